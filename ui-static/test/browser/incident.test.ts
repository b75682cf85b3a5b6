import { describe, expect, it } from "vitest";
import { brokenRuns } from "../peer/incidents.ts";
import { again } from "../peer/repair-routes.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set();
const incident = "4503599627379999";
const address = `/incident?key=${incident}&run=${newsroomKey}`;

/** What the broker does when the step goes well this time. */
const finishStep = () =>
  stage.world.change(newsroomKey, (run) => {
    const open = run.steps.filter(({ status }) => status !== "completed");
    for (const step of open) Object.assign(step, { status: "completed", endedAt: new Date().toISOString() });
    run.status = "completed";
    run.endedAt = new Date().toISOString();
    return open;
  });

describe("an incident", () => {
  it("is mended by changing a value, and its run is followed to the end", async () => {
    await stage.openRun();
    await stage.page.click(".title-row >> text=Mend it");
    await stage.page.waitForSelector(".cause__title");
    expect(await stage.text(".cause__title")).toBe("The server at 127.0.0.1:8080 did not answer within 20 s");
    expect(await stage.text(".cause__value")).toContain("/demo/2.html");
    expect(await stage.text(".cause__value code")).toBe("=entry.link");
    await stage.page.waitForSelector("[data-element-id=getArticle].is-chosen");

    await stage.page.fill(".editor__field.is-failing input", "http://127.0.0.1:8080/demo/mended.html");
    await stage.page.click("text=Change 1 value and try again");

    await stage.page.waitForSelector(".incident__mended:has-text('on its way')");
    expect(stage.world.repairs).toEqual([{ incident, changed: { url: "http://127.0.0.1:8080/demo/mended.html" } }]);
    await stage.page.click("text=Follow the run");
    await stage.page.waitForSelector(".connection.is-live");
    await stage.page.waitForSelector(".pane [aria-label='What it got']:has-text('mended.html')");
    finishStep();
    await stage.page.waitForSelector(".title-row .status.is-completed");
    await stage.page.waitForSelector(".connection.is-ended");
  });

  it("keeps the kind of each value, and says what cannot be read", async () => {
    await stage.open(address, ".editor");
    const limit = stage.page.locator(".editor__field:has(.editor__name:text-is('limit'))");
    await limit.locator("input").fill("five");

    expect(await limit.textContent()).toContain("This must be a number");
    expect(await stage.page.isDisabled(".mend .button--main")).toBe(true);
    await limit.locator("input").fill("7");
    await stage.page.selectOption(".editor__field:has(.editor__name:text-is('urgent')) select", "true");
    await stage.page.keyboard.press("Control+Enter");
    await stage.page.waitForSelector(".incident__mended");
    expect(stage.world.repairs).toEqual([{ incident, changed: { limit: 7, urgent: true } }]);
  });

  it("says so when somebody else was faster", async () => {
    await stage.open(address, ".editor");
    stage.world.stubborn.add(incident);

    await stage.page.click(".mend .button--main");

    await stage.page.waitForSelector(".mend [role=alert]:has-text('It ended or was repaired meanwhile.')");
    expect(await stage.page.isEnabled(".mend .button--main")).toBe(true);
  });

  it("is shown from its run where the engine does not list it", async () => {
    await stage.page.route("**/api/incidents**", (route) => route.fulfill({ status: 404, json: { title: "Not found", status: 404 } }));
    await stage.open(address, ".cause__title");

    expect(await stage.text(".cause__title")).toContain("did not answer within 20 s");
    expect(await stage.page.locator(".editor__name:text-is('url')").count()).toBe(1);
    expect(await stage.page.locator(".incident__same").count()).toBe(0);
  });

  it("that is mended already is no error", async () => {
    await stage.open("/incident?key=12", ".nothing:has-text('There is nothing to mend here')");
  });

  it("shows cause, value and names that look like HTML as text", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    for (const step of stage.world.runs.get(newsroomKey)?.steps ?? []) {
      step.name = hostile;
      if (step.error != null) step.error = { ...step.error, message: hostile };
      step.input = { url: hostile, [hostile]: hostile };
    }
    await stage.open(address, ".editor");

    expect(await stage.text(".cause__title")).toBe(hostile);
    expect(await stage.page.locator("main img").count()).toBe(0);
  });
});

describe("the same cause in other runs", () => {
  it("is tried again for all of them, with a result for each", async () => {
    const others = brokenRuns(3);
    for (const run of others) stage.world.runs.set(run.key, run);
    stage.world.stubborn.add("4503599627390011");
    await stage.open(address, ".same__one");
    expect(await stage.text(".incident__same h2")).toBe("The same cause in 3 other runs");

    await stage.page.click("text=Try all again");

    await stage.page.waitForSelector(".incident__same [role=status]:has-text('2 of 3 are on their way again; 1 could not be tried.')");
    const results = await stage.page.locator(".same__one").allTextContents();
    expect(results.filter((text) => text.includes("tried again"))).toHaveLength(2);
    expect(results.filter((text) => text.includes("It ended or was repaired meanwhile."))).toHaveLength(1);
    expect(stage.world.repairs.map((one) => one.incident)).toEqual(["4503599627390001", "4503599627390021"]);
  });

  it("leaves out what was unticked, and J goes to the next one", async () => {
    for (const run of brokenRuns(2)) stage.world.runs.set(run.key, run);
    await stage.open(address, ".same__one");
    await stage.page.uncheck(".same__one input >> nth=0");
    await stage.page.click("text=Try 1 again");
    await stage.page.waitForSelector(".same .status.is-completed");
    expect(stage.world.repairs.map((one) => one.incident)).toEqual(["4503599627390011"]);

    await stage.page.keyboard.press("j");

    await stage.page.waitForURL("**/incident?key=4503599627390001&run=4503599627380001");
    await stage.page.waitForSelector(".cause__title");
  });
});

describe("the repair of a run", () => {
  it("changes values, of their kind only", async () => {
    await stage.openRun();
    await stage.page.click("[aria-label='More about this run']");
    await stage.page.click("text=Change values…");
    await stage.page.fill(".dialog .editor__field:has-text('limit') input", "9");
    await stage.page.fill("[aria-label='Name of another value']", "desk");
    await stage.page.click(".dialog .editor__add button");
    await stage.page.fill(".dialog .editor__field:has-text('desk') textarea", '["harbour"]');
    await stage.page.click("text=Change 2 values");

    await stage.page.waitForSelector(".toast:has-text('The values are changed.')");
    expect(stage.world.runs.get(newsroomKey)?.variables).toMatchObject({ limit: 9, desk: ["harbour"] });
  });

  it("moves it to another version after a rehearsal, with a place chosen for what has none", async () => {
    const gone = { elementId: "getArticle", name: "Get the article", reason: "Version 2 has no such step." };
    stage.world.goneInNewVersion = [gone];
    await stage.openRun();
    await stage.page.keyboard.press("n");
    await stage.page.waitForSelector(".mapping__row:has-text('Version 2 has no such step.')");
    await stage.page.selectOption("[aria-label='Get the article goes to']", "readFeed");
    await stage.page.waitForSelector("text=Every step under way has its place");
    await stage.page.click(".dialog__foot .button--main");

    await stage.page.waitForSelector("h1 + .soft:text-is('v2')");
  });

  it("says why the broker refuses to move it, and offers to run it again", async () => {
    stage.world.moveRefusal = again("“Get the article” is inside of a loop, which cannot move to another loop.");
    await stage.openRun();
    await stage.page.keyboard.press("n");
    await stage.page.waitForSelector(".mapping");
    await stage.page.click(".dialog__foot .button--main");
    await stage.page.waitForSelector(".dialog [role=alert]:has-text('is inside of a loop')");

    await stage.page.click("text=Run again instead");

    await stage.page.waitForSelector(".dialog h2:text-is('Run newsroom again')");
    expect(await stage.page.inputValue("[aria-label=Begin]")).toBe("getArticle");
  });

  it("stops a step and begins at another one that is clicked on the drawing, in the same item", async () => {
    await stage.openRun();
    await stage.page.click("[data-element-id=getArticle] .djs-hit");
    await stage.page.waitForSelector(".pane");
    await stage.page.keyboard.press("b");
    await stage.page.waitForSelector(".dialog .card__title");
    expect(await stage.page.isChecked(".dialog label:has-text('Get the article, item 3 of 5') input")).toBe(true);
    await stage.page.click(".dialog [data-element-id=publishPage] .djs-hit");
    expect(await stage.page.inputValue("[aria-label='Begin at']")).toBe("publishPage");
    await stage.page.click("text=Begin there");

    await stage.page.waitForSelector(".toast:has-text('goes on at the step that you chose')");
    expect(stage.world.modified).toEqual([
      { terminate: ["4503599627370032"], activate: [{ elementId: "publishPage", inStep: "4503599627370030" }] },
    ]);
    await stage.page.waitForSelector("[data-container-id=publishPage] .live-badge.is-running");
  });

  it("says why the broker refuses to begin there", async () => {
    stage.world.moveRefusal = again("The step cannot be begun by itself: it waits for another one.");
    await stage.openRun();
    await stage.page.keyboard.press("b");
    await stage.page.waitForSelector(".dialog .card__title");
    await stage.page.selectOption("[aria-label='Begin at']", "readFeed");
    await stage.page.click("text=Begin there");

    await stage.page.waitForSelector(".dialog [role=alert]:has-text('cannot be begun by itself')");
    await stage.page.waitForSelector("text=Run again instead");
  });
});
