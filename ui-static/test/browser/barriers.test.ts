import { describe, expect, it } from "vitest";
import { brokenRuns } from "../peer/incidents.ts";
import { callingRuns } from "../peer/special-runs.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set(1024);

/** What each key of the run's page opens. */
const dialogs: [key: string, ready: string][] = [
  ["a", ".dialog .editor, .dialog .for-real"],
  ["v", ".dialog .editor"],
  ["b", ".dialog .card__title"],
  ["n", ".dialog .mapping"],
  ["x", ".dialog"],
];

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  it("no dialog, view or pane of a run has a serious barrier, and none is wider than the window", async () => {
    stage.world.goneInNewVersion = [{ elementId: "getArticle", name: "Get the article", reason: "It is gone." }];
    await stage.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await stage.openRun();
    await stage.page.click("[data-element-id=getArticle] .djs-hit");
    await stage.page.waitForSelector(".pane");
    for (const [key, ready] of dialogs) {
      await stage.page.keyboard.press(key);
      await stage.page.waitForSelector(ready);
      expect([key, await stage.window.barriers()]).toEqual([key, []]);
      await stage.page.keyboard.press("Escape");
      await stage.page.waitForSelector(".dialog", { state: "detached" });
    }
    for (const key of ["2", "3"]) {
      await stage.page.keyboard.press(key);
      expect([key, await stage.window.barriers()]).toEqual([key, []]);
    }
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  });

  it("no incident, comparison or run that waits has a serious barrier", async () => {
    for (const run of [...brokenRuns(3), ...callingRuns()]) stage.world.runs.set(run.key, run);
    await stage.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await stage.open(`/incident?key=4503599627379999&run=${newsroomKey}`, ".same__one");
    await stage.page.click("text=Try all again");
    await stage.page.waitForSelector(".same .status");
    expect(await stage.window.barriers()).toEqual([]);
    await stage.openRun("5000003");
    await stage.page.click("tr:has-text('Fetch the source')");
    await stage.page.waitForSelector(".attempts");
    expect(await stage.window.barriers()).toEqual([]);
    await stage.openRun();
    await stage.page.keyboard.press("a");
    await stage.page.selectOption(".dialog .field:has-text('Try it on') select", "5");
    await stage.page.click("text=Run 5 again");
    await stage.page.waitForSelector(".batch tbody a");
    expect(await stage.window.barriers()).toEqual([]);
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  });
});
