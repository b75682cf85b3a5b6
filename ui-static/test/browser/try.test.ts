import { describe, expect, it } from "vitest";
import { anEvent } from "../peer/inbox.ts";
import { refuse } from "../peer/answers.ts";
import { addStep } from "./adding.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set();
const mark = (element: string) => `[data-container-id=${element}] .live-badge`;
const open = () => stage.open("/designer?workflow=newsroom", ".card__title");
const ask = async () => {
  await stage.page.click(".title-row >> text=Run draft");
  await stage.page.click("[role=menu] >> text=Run the draft…");
  await stage.page.waitForSelector(".dialog .try__values");
};
const go = () => stage.page.click(".dialog .button--main");

describe("running the draft", () => {
  it("begins with the example, and is followed on the same canvas with values on a click", async () => {
    const { page } = stage;
    await open();
    await ask();
    expect(await page.inputValue(".dialog .try__values")).toContain("/demo/newsroom/feed.xml");
    expect(await stage.window.barriers()).toEqual([]);
    await go();

    await page.waitForSelector(`${mark("readFeed")}.is-completed`);
    await page.waitForSelector(`${mark("eachEntry")}.is-failed`);
    expect(stage.world.draftsRun).toEqual([
      { start: "feedArrives", values: { feed: expect.stringContaining("/demo/newsroom/feed.xml") as string, limit: 5 } },
    ]);
    await page.waitForSelector("text=Choose a step to see what it got");
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.waitForSelector(".try-tray__step:has-text('Read the feed') [aria-label='What it gave']:has-text('entries')");
    expect(await page.textContent(".try-tray [aria-label='What it got']")).toContain("/demo/feed.xml");
    await page.click("[data-element-id=getArticle] .djs-hit");
    await page.waitForSelector(".try-tray__step .notice:has-text('did not answer within 20 s')");
    expect(page.url()).toContain("/designer?workflow=newsroom");
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("moves with the run, is stopped, and leaves no marks when it is closed", async () => {
    const { page, world } = stage;
    await open();
    await ask();
    await go();
    await page.waitForSelector(`${mark("eachEntry")}:has-text("2 of 5")`);

    world.change(newsroomKey, (run) => {
      const changed = run.steps.filter(({ elementId, status }) =>
        ["eachEntry", "getArticle"].includes(elementId) && status === "failed");
      for (const step of changed) Object.assign(step, { status: "completed", error: null });
      run.status = "running";
      return changed;
    });
    await page.waitForSelector(`${mark("eachEntry")}:has-text("3 of 5")`);
    await page.click(".try-tray >> text=Stop");
    await page.waitForSelector(".try-tray .status.is-cancelled");
    expect(await page.locator(".try-tray >> text=Stop").count()).toBe(0);

    await page.click("[aria-label='Close the run of the draft']");
    await page.waitForSelector(".live-badge", { state: "detached" });
    await page.waitForSelector(".try-tray", { state: "detached" });
  });

  it("takes something that arrived, and again after a change", async () => {
    const { page, world } = stage;
    await open();
    await ask();
    await page.check("input[value=event]");
    await page.waitForSelector(".try__preview:has-text('/demo/newsroom/feed.xml')");
    await go();
    await page.waitForSelector(".try-tray .status.is-failed");
    expect(world.events[0]).toMatchObject({ draft: true, workflow: "newsroom" });
    expect(world.events[0]?.replayOf).toBeTruthy();

    await addStep(page, "Ask a person");
    await page.waitForSelector("text=The drawing was changed since.");
    const before = world.events[0]?.id;
    await page.click(".try-tray >> text=Run it again");
    await expect.poll(() => world.events[0]?.replayOf).toBe(before);
    await page.waitForSelector("text=The drawing was changed since.", { state: "detached" });
  });

  it("takes values that are written by hand, and says when they are none", async () => {
    const { page, world } = stage;
    await open();
    await ask();
    await page.fill(".dialog .try__values", "[1]");
    await page.waitForSelector(".dialog >> text=The values need names");
    expect(await page.isDisabled(".dialog .button--main")).toBe(true);
    await page.fill(".dialog .try__values", '{"feed": "https://example.org"}');
    expect(await page.isChecked("input[value=own]")).toBe(true);
    await go();
    await page.waitForSelector(".try-tray");
    expect(world.draftsRun[0]?.values).toEqual({ feed: "https://example.org" });

    await ask();
    await page.check("input[value=own]");
    expect(await page.inputValue(".dialog .try__values")).toContain("https://example.org");
  });

  it("shows the draft's problems at their steps", async () => {
    const { page, world } = stage;
    const message = "There is no connection wire.";
    world.tryRefusal = {
      ...refuse(422, "The draft has problems, so it cannot run.", ""),
      json: { title: "It cannot run", status: 422, errors: [{ path: "readFeed", message }] },
    };
    await open();
    await ask();
    await go();

    await page.waitForSelector(".dialog", { state: "detached" });
    await page.waitForSelector(".djs-shape.selected[data-element-id=readFeed]");
    await page.click(".problems__head");
    await page.waitForSelector(`.problems__item:has-text("${message}")`);
  });

  it("says in the dialog what the start does not take, and keeps what was written", async () => {
    const { page, world } = stage;
    world.tryRefusal = {
      status: 422,
      json: { title: "Some fields need another value.", status: 422, errors: [{ path: "tip", message: "Fill this in." }] },
    };
    await open();
    await ask();
    await page.fill(".dialog .try__values", '{"tip": ""}');
    await go();

    await page.waitForSelector(".dialog [role=alert]:has-text('Fill this in.')");
    expect(await page.inputValue(".dialog .try__values")).toBe('{"tip": ""}');
  });

  it("leaves the drawing alone when somebody else tries a draft of the same workflow", async () => {
    const { page, world } = stage;
    await open();
    await ask();
    await go();
    await page.waitForSelector(mark("readFeed"));
    await page.click("[aria-label='Close the run of the draft']");
    await page.waitForSelector(".live-badge", { state: "detached" });

    world.arrive(anEvent({ draft: true, request: { body: {} } }));
    world.arrive(anEvent({ workflow: "house-style", request: { body: {} } }));
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.waitForSelector(".designer__panel:not([hidden])");
    expect(await page.locator(".live-badge, .try-tray").count()).toBe(0);
  });
});
