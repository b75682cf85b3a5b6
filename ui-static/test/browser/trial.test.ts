import { describe, expect, it } from "vitest";
import type { Trial } from "../../src/api/trials.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();

const open = () => stage.open("/designer?workflow=newsroom", ".card__title");
const choose = (id: string) =>
  stage.page.click(`[data-element-id=${id}]:not(.djs-label) .djs-hit >> nth=0`, { position: { x: 12, y: 12 } });
/** A group is taken hold of at its edge. */
const chooseGroup = () => stage.page.click("[data-element-id=eachEntry] .djs-hit-all >> nth=0", { position: { x: 200, y: 8 } });
const feed = "[role=dialog] .editor__field:has(.editor__name:text-is('feed')) input";
const tryIt = "[role=dialog] .button--main";

describe("trying one step", () => {
  it("shows what it is given by the last run, what it answers, what it took and what it cost", async () => {
    await open();
    await choose("readFeed");
    await stage.page.click("text=Try this step");

    expect(await stage.page.inputValue(feed)).toBe("http://127.0.0.1:8080/demo/feed.xml");
    await stage.page.click(tryIt);

    await stage.page.waitForSelector(".trial__verdict:has-text('It worked')");
    expect(await stage.text(".trial__verdict")).toContain("321 ms · $0.00040");
    await stage.page.waitForSelector(".trial__result:has-text('Harbour news')");
    expect(stage.world.tried[0]?.variables).toMatchObject({ feed: "http://127.0.0.1:8080/demo/feed.xml", limit: 5 });
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("takes values that are changed by hand", async () => {
    await open();
    await choose("readFeed");
    await stage.page.keyboard.press("y");

    await stage.page.fill(feed, "http://127.0.0.1:8080/other.xml");
    await stage.page.waitForSelector("text=changed by hand");
    await stage.page.press(feed, "Control+Enter");

    await stage.page.waitForSelector(".trial__verdict");
    expect(stage.world.tried[0]?.variables.feed).toBe("http://127.0.0.1:8080/other.xml");
  });

  it("keeps the result as an example that the steps after it show, until it is taken away", async () => {
    await open();
    await choose("readFeed");
    await stage.page.click("text=Try this step");
    await stage.page.click(tryIt);
    await stage.page.click("text=Use as example");
    await stage.page.waitForSelector(".try-step__example");

    await chooseGroup();
    const list = stage.page.locator(".data-entry:has([data-entry-id=multiInstance-inputCollection])");
    await list.locator(".data-preview__from:text-is('with your example')").waitFor();
    await stage.page.reload();
    await stage.page.waitForSelector(".card__title");
    await choose("readFeed");
    await stage.page.waitForSelector(".try-step__example");
    await stage.page.click("text=Try this step");
    expect(await stage.page.inputValue("[role=dialog] [aria-label='Values of']")).toBe("example");
    await stage.page.keyboard.press("Escape");

    await stage.page.click("[aria-label='Use this example no more']");
    await stage.page.waitForSelector(".try-step__example", { state: "detached" });
    await chooseGroup();
    await list.locator(".data-preview__from:has-text('with the run')").waitFor();
  });

  it("asks before it changes something outside, and sends nothing without a yes", async () => {
    await open();
    await choose("publishPage");
    await stage.page.click("text=Try this step");
    await stage.page.click(tryIt);

    await stage.page.waitForSelector("text=This will really publish the page /site/one.");
    await stage.page.click("text=Do not send it");
    await stage.page.waitForSelector("text=This will really publish", { state: "detached" });
    expect(stage.world.tried.map(({ confirm }) => confirm)).toEqual([undefined]);

    await stage.page.click(tryIt);
    await stage.page.click("text=Publish it");
    await stage.page.waitForSelector(".trial__verdict:has-text('It worked')");
    expect(stage.world.tried.at(-1)?.confirm).toBe("PUBLISH /site/one");
  });

  it("says in plain words what went wrong, and where", async () => {
    const answers: Trial[] = [
      {
        ended: "unmapped",
        error: { input: "url", message: "It cannot be read at character 8.", suggestion: "Check brackets.", position: { line: 1, column: 8 } },
      },
      { ended: "error", inputs: {}, variables: {}, error: { code: "TIMEOUT", message: "No answer within 20 s" }, durationMs: 20_000 },
      { ended: "failed", inputs: {}, error: { message: "The address is not allowed", retriesLeft: 0 }, durationMs: 3 },
    ];
    stage.world.trial = () => answers.shift() ?? { ended: "unfit" };
    await open();
    await choose("readFeed");
    await stage.page.click("text=Try this step");

    await stage.page.click(tryIt);
    await stage.page.waitForSelector("text=url: It cannot be read at character 8.");
    await stage.page.click(tryIt);
    await stage.page.waitForSelector(".trial__result:has-text('by its name TIMEOUT')");
    await stage.page.click(tryIt);
    await stage.page.waitForSelector("text=A run would stop here and wait for somebody.");
    expect(await stage.page.locator("text=Use as example").count()).toBe(0);
  });

  it("is ended by Cancel, and can begin again", async () => {
    let answer: (trial: Trial) => void = () => undefined;
    stage.world.trial = () => new Promise((found) => (answer = found));
    await open();
    await choose("readFeed");
    await stage.page.click("text=Try this step");
    await stage.page.click(tryIt);
    await stage.page.waitForSelector("text=Trying…");

    await stage.page.click("[role=dialog] .button:text-is('Cancel')");
    await stage.page.waitForSelector(`${tryIt}:text-is('Try it')`);
    answer({ ended: "failed", error: { message: "too late" } });
    stage.world.trial = () => ({ ended: "completed", inputs: {}, variables: {}, durationMs: 1 });
    await stage.page.click(tryIt);
    await stage.page.waitForSelector(".trial__verdict:has-text('It worked')");
    expect(await stage.page.locator("text=too late").count()).toBe(0);
  });

  it("is offered at steps that can be tried only", async () => {
    await open();
    await choose("worthPublishing");
    await stage.page.keyboard.press("y");
    await stage.page.waitForSelector("text=Choose one step that does something");
    expect(await stage.page.locator(".try-step").count()).toBe(0);
  });
});
