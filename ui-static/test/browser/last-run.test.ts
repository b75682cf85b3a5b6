import { describe, expect, it } from "vitest";
import { newsroomRun } from "../peer/runs.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set();

const open = () => stage.open("/designer?workflow=newsroom", ".card__title");
const badge = (id: string) => `[data-container-id=${id}] .live-badge`;
const value = (id: string) => `[data-container-id=${id}] .last-value`;
const toggle = ".view-bar .button:has-text('Last run')";

describe("the last run on the drawing", () => {
  it("shows each step's state, count, time and last value, and which run it was", async () => {
    await open();
    expect(await stage.page.locator(".live-badge").count()).toBe(0);
    await stage.page.click(toggle);

    await stage.page.waitForSelector(badge("readFeed"));
    expect(await stage.text(badge("readFeed"))).toBe("400 ms");
    expect(await stage.text(value("readFeed"))).toBe("5 items");
    expect(await stage.text(badge("eachEntry"))).toContain("2 of 5");
    expect(await stage.text(`${badge("getArticle")}.is-failed`)).toContain("4 of 5");
    expect(await stage.text(`${value("getArticle")}.is-failed`)).toContain("did not answer within 20 s");
    expect(await stage.text(value("publishPage"))).toContain("/site/demo-1.html");
    expect(await stage.text(".last-run-line")).toContain("v3");
    expect(await stage.page.getAttribute(".last-run-line a", "href")).toBe(`/run?key=${newsroomKey}`);
    expect(await stage.window.barriers()).toEqual([]);

    await stage.page.click(toggle);
    await stage.page.waitForSelector(".last-run-line", { state: "detached" });
    expect(await stage.page.locator(".live-badge, .last-value").count()).toBe(0);
  });

  it("follows a new run live", async () => {
    await open();
    await choose();
    await stage.page.waitForSelector(badge("getArticle"));

    const steps = newsroomRun().steps.slice(0, 2);
    const fresh = { ...newsroomRun(), key: "4503599627370999", version: 4, status: "running" as const, startedAt: new Date().toISOString(), incidents: 0 };
    stage.world.begin({ ...fresh, steps: steps.slice(0, 1) });

    await stage.page.waitForSelector(".last-run-line:has-text('v4')");
    await stage.page.waitForSelector(badge("getArticle"), { state: "detached" });
    stage.world.change(fresh.key, (run) => {
      run.steps = steps;
      run.status = "completed";
      run.endedAt = new Date().toISOString();
      return steps;
    });
    await stage.page.waitForSelector(`${value("readFeed")}:text-is('5 items')`);
    await stage.page.waitForSelector(".last-run-line:has-text('Done')");
  });

  it("shows nothing on a step that was added since", async () => {
    await open();
    await stage.page.click(".add-list__entry:has-text('Ask a model')");
    await choose();
    await stage.page.waitForSelector(badge("readFeed"));

    const marked = await stage.page.locator(".live-badge").count();
    const shapes = await stage.page.locator(".djs-shape:has(.card__title)").count();
    expect(marked).toBeGreaterThan(0);
    expect(await stage.page.locator(".djs-overlays:has(.live-badge)[data-container-id^=Activity_]").count()).toBe(0);
    expect(shapes).toBeGreaterThan(4);
  });

  it("says so when there was no run yet", async () => {
    stage.world.runs.clear();
    await open();
    await stage.page.click(toggle);

    await stage.page.waitForSelector(".last-run-line:has-text('It has not run yet.')");
  });
});

/** By its key, with the drawing having the keyboard. */
async function choose(): Promise<void> {
  await stage.page.click(".designer__canvas .djs-container", { position: { x: 300, y: 500 } });
  await stage.page.keyboard.press("v");
}
