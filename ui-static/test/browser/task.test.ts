import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { lookStep } from "../peer/tasks.ts";
import { openBrowser, Window } from "./browser.ts";

let peer: Peer;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  peer = await Peer.start(fileURLToPath(new URL("../../dist", import.meta.url)));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await peer.stop();
});
beforeEach(async () => {
  peer.world.personStep = lookStep();
  peer.world.submissions = [];
  peer.world.formRefusal = undefined;
  window = await Window.open(await browser.newContext());
});

const open = async () => {
  await window.page.goto(`${peer.address}/task?step=4503599627370777`);
  await window.page.waitForSelector(".fjs-form-field-textfield");
};

describe("a step for a person", () => {
  it("shows the run's values as text and is completed", async () => {
    await open();
    const { page } = window;
    expect(await page.getByLabel("Headline").inputValue()).toContain("<img src=x");
    expect(await page.locator(".form-fields img").count()).toBe(0);
    await page.getByLabel("Summary").fill("It is late.");

    await page.getByRole("button", { name: "Send" }).click();

    await page.getByRole("heading", { name: "Done, thank you" }).waitFor();
    expect(peer.world.submissions).toMatchObject([
      { values: { summary: "It is late.", desk: "harbour", approved: true } },
    ]);
    expect(await page.evaluate(() => "hurt" in globalThis)).toBe(false);
    expect(window.troubles).toEqual([]);
  });

  it("keeps what was typed and says which field the engine refuses", async () => {
    await open();
    const { page } = window;
    peer.world.formRefusal = {
      status: 422,
      json: {
        status: 422,
        detail: "Some fields need another value.",
        errors: [{ path: "summary", message: "Summary: at most 5 letters." }],
      },
    };
    await page.getByLabel("Summary").fill("Too long");

    await page.getByRole("button", { name: "Send" }).click();

    await page.getByText("Summary: at most 5 letters.").waitFor();
    expect(await page.getByLabel("Summary").inputValue()).toBe("Too long");
  });

  it("says who was first when somebody else completed it meanwhile", async () => {
    await open();
    const { page } = window;
    peer.world.personStep = { ...lookStep(), status: "completed", completedBy: "grace" };

    await page.getByRole("button", { name: "Send" }).click();

    await page.getByRole("heading", { name: "Completed by grace" }).waitFor();
  });

  it("says that nothing is to be done when the run went on", async () => {
    peer.world.personStep = { ...lookStep(), status: "gone" };
    await window.page.goto(`${peer.address}/task?step=4503599627370777`);

    await window.page.getByText("Nothing is to be done here any more").waitFor();
  });

  it("is completed by a button when it has no form", async () => {
    peer.world.personStep = { ...lookStep(), form: null };
    await window.page.goto(`${peer.address}/task?step=4503599627370777`);

    await window.page.getByRole("button", { name: "It is done" }).click();

    await window.page.getByRole("heading", { name: "Done, thank you" }).waitFor();
    expect(peer.world.submissions).toEqual([{ values: {} }]);
  });
});
