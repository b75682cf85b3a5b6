import { it } from "vitest";
import { Stage } from "./stage.ts";

const stage = Stage.set();

it("a dialog hears a key that is pressed as it opens", async () => {
  await stage.openRun();
  // as soon as the document holds it: before a picture of it is drawn.
  await stage.page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const dialog = document.querySelector("[role=dialog]");
      if (dialog === null) return;
      watch.disconnect();
      dialog.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      document.body.dataset.pressed = "yes";
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });

  await stage.page.keyboard.press("?");

  await stage.page.waitForSelector("body[data-pressed]");
  await stage.page.waitForSelector("[role=dialog]", { state: "detached" });
});
