import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { callingRuns, longRun } from "../peer/special-runs.ts";
import { newsroomKey, Stage } from "./stage.ts";

const stage = Stage.set();
const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const put = (...runs: ReturnType<typeof callingRuns>) => {
  for (const run of runs) stage.world.runs.set(run.key, run);
};

describe("what a run is doing", () => {
  it("is said in words before everything else, with what asks for a person first", async () => {
    put(...callingRuns());
    await stage.openRun("5000003");

    const lines = await stage.page.locator(".now__line").allTextContents();
    expect(lines[0]).toContain("Approve waits for somebody who answers it");
    expect(lines.join("\n")).toMatch(/Remind waits until .*\d\d:\d\d, for (5 min 00 s|4 min \d\d s) more/);
    expect(lines.join("\n")).toMatch(/Fetch the source: the next try is at .*\d\d:\d\d, in \d+/);
    expect(lines.join("\n")).toContain("Wait for the desk waits for a reply with the key 4711");
    expect(await stage.page.getAttribute(".now a", "href")).toBe("/task?step=71");
  });

  it("names what needs repair, and leads to its step", async () => {
    await stage.openRun();
    expect(await stage.text(".now__text")).toContain("Get the article: The server at 127.0.0.1:8080");

    await stage.page.click(".now__step");

    await stage.page.waitForSelector(".pane h2:has-text('Get the article')");
  });

  it("is told without the engine's words where it has none", async () => {
    stage.world.change(newsroomKey, (run) => {
      run.status = "completed";
      run.endedAt = new Date().toISOString();
      for (const step of run.steps) Object.assign(step, { status: "completed", error: null });
      return [];
    });
    await stage.openRun();

    expect((await stage.text(".now"))?.toLowerCase()).toContain("done");
  });
});

describe("the time line", () => {
  it("has a bar for each step and is zoomed and moved by keys and by the wheel", async () => {
    await stage.openRun();
    expect(await stage.page.locator(".timebar__step").count()).toBe(await stage.page.locator(".steps tbody tr").count());
    expect(await stage.page.locator(".overview__part").count()).toBe(0);

    await stage.page.keyboard.press("+");
    await stage.page.waitForSelector(".overview__part");
    const before = await stage.page.getAttribute(".overview__part", "style");
    await stage.page.keyboard.press("]");
    await stage.page.waitForFunction((was) => document.querySelector(".overview__part")?.getAttribute("style") !== was, before);
    await stage.page.keyboard.press("0");
    await stage.page.waitForSelector(".overview__part", { state: "detached" });

    await stage.page.hover(".overview__whole");
    await stage.page.mouse.wheel(0, -200);
    await stage.page.waitForSelector(".overview__part");
  });

  it("shows the attempts of a step inside of its bar, and in its pane", async () => {
    put(...callingRuns());
    await stage.openRun("5000003");

    const row = stage.page.locator("tr:has(.steps__name:text-is('Fetch the source'))");
    expect(await row.locator(".timebar__try.is-failed").count()).toBe(2);
    await row.click();
    const attempts = await stage.page.locator(".attempts__one").allTextContents();
    expect(attempts[0]).toContain("did not answer within 5 s");
    expect(await stage.text(".pane__facts")).toContain("1 left");
  });
});

describe("a run with ten thousand steps", () => {
  it("draws the rows in view only, brings every page, and shows the last item with its values", async () => {
    put(longRun(10_000));
    await stage.openRun("5000009");
    await stage.page.waitForSelector(".views__tab:has-text('10,001')");
    expect(await stage.page.locator(".steps tbody tr").count()).toBeLessThan(200);
    expect(await stage.text("[data-container-id=eachEntry] .live-badge, [data-container-id=getArticle] .live-badge")).not.toBe("");

    await stage.page.click(".steps__name >> nth=1");
    await stage.page.fill("[aria-label='Which item']", "10000");
    await stage.page.keyboard.press("Tab");

    await stage.page.waitForSelector(".pane [aria-label='What it gave']:has-text('10000')");
    await stage.page.waitForSelector("tr.is-chosen .steps__name:text-is('Item 10000')");
    expect(await stage.text(".pane__facts")).toContain("For each entry: item 10000 of 10000");
  });
});

describe("loops", () => {
  it("let a person choose the item, and find the next one that failed", async () => {
    await stage.openRun();
    await stage.page.click("[data-element-id=getArticle] .djs-hit");
    await stage.page.fill("[aria-label='Which item']", "1");
    await stage.page.keyboard.press("Tab");
    await stage.page.waitForSelector(".pane:has-text('item 1 of 5')");

    await stage.page.click("text=Next that failed");

    await stage.page.waitForSelector(".pane:has-text('item 3 of 5') .notice.is-failed");
  });
});

describe("called workflows", () => {
  it("open in place to any depth, and the trail leads back", async () => {
    put(...callingRuns());
    await stage.openRun("5000001");
    await stage.page.click("text=Open its run");
    await stage.page.waitForSelector("h1:text-is('Translation')");
    await stage.page.click(".steps__name:text-is('Proof-read')");
    await stage.page.click("text=the run of the other workflow");

    await stage.page.waitForSelector("h1:text-is('Proof-reading')");
    await stage.page.waitForSelector(".trail:has-text('Newsroom')");
    expect(await stage.text(".trail")).toBe("Newsroomat TranslateTranslationat Proof-readProof-reading");
    await stage.page.click(".trail a >> nth=0");
    await stage.page.waitForSelector("h1:text-is('Newsroom')");
    expect(stage.page.url()).toContain("key=5000001#51");
    await stage.page.goBack();
    await stage.page.waitForSelector("h1:text-is('Proof-reading')");
  });
});

describe("values", () => {
  it("are searched, copied by their path as expressions write it, and downloaded", async () => {
    await stage.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await stage.openRun();
    await stage.page.click("[data-element-id=readFeed] .djs-hit");
    await stage.page.click("[aria-label='Search in What it gave']");
    await stage.page.fill(".pane input[type=search]", "bakes at night");
    await stage.page.waitForSelector(".values__path:text-is('entries[3].title')");
    await stage.page.hover(".pane .values__line");
    await stage.page.click("[aria-label='Copy the path entries[3].title']");
    expect(await stage.page.evaluate(() => navigator.clipboard.readText())).toBe("entries[3].title");

    const [file] = await Promise.all([
      stage.page.waitForEvent("download"),
      stage.page.click("[aria-label='Download What it gave']"),
    ]);
    expect(file.suggestedFilename()).toBe("readFeed-gave.json");
    expect(await readFile(await file.path(), "utf8")).toContain("Council keeps the tram line");
  });

  it("that are documents show how they begin, and are downloaded whole", async () => {
    const text = `${hostile}\n${"a long article ".repeat(5_000)}`;
    stage.world.kept.set("f00d", { contentType: "text/html", text });
    stage.world.change(newsroomKey, (run) => {
      const document = { $document: "f00d", contentType: "text/html", size: text.length, preview: hostile };
      for (const step of run.steps) step.output = { article: document };
      return [];
    });
    await stage.openRun();
    await stage.page.click("[data-element-id=readFeed] .djs-hit");
    expect(await stage.text(".document__line")).toContain("text/html · 75 kB");
    expect(await stage.text(".document__preview")).toBe(hostile);

    await stage.page.click("text=How it begins");
    await stage.page.waitForSelector(".document__preview.is-open:has-text('a long article')");
    const [file] = await Promise.all([stage.page.waitForEvent("download"), stage.page.click(".document__link")]);
    expect((await readFile(await file.path(), "utf8")).length).toBe(text.length);
    expect(await stage.page.locator(".pane img, .pane script").count()).toBe(0);
  });
});

describe("what was done outside", () => {
  it("stands in the step's pane; an answer that never came asks, and is settled once", async () => {
    await stage.openRun();
    await stage.page.click(".now__step:text-is('Write headline and summary')");
    await stage.page.click(".pane >> text=It happened");
    await stage.page.fill(".unsure__answer", '{"text": ');
    expect(await stage.page.isDisabled("text=Take it as done")).toBe(true);
    await stage.page.fill(".unsure__answer", '{"text": "A headline"}');
    await stage.page.click("text=Take it as done");

    await stage.page.waitForSelector(".pane .effects .status.is-completed");
    expect([...stage.world.settled.values()]).toEqual([{ happened: true, response: { text: "A headline" } }]);
    expect(await stage.page.locator(".pane .notice.is-waiting").count()).toBe(0);
  });
});

it("finds what can be done with the run by Ctrl K, and by the keys of the sheet", async () => {
  await stage.openRun();
  await stage.page.keyboard.press("?");
  await stage.page.waitForSelector(".keys:has-text('Stop a step, begin at another')");
  await stage.page.keyboard.press("Escape");
  await stage.page.keyboard.press("Control+k");
  await stage.page.waitForSelector(".palette__item");
  await stage.page.keyboard.type("move to");
  await stage.page.keyboard.press("Enter");
  await stage.page.waitForSelector("[role=dialog]:has-text('Move to another version')");
});

it("shows names, values, causes and words of waits that look like HTML as text", async () => {
  stage.world.change(newsroomKey, (run) => {
    run.waiting = [{ stepId: "0", elementId: "readFeed", name: hostile, kind: "message", text: hostile }];
    run.variables = { [hostile]: hostile };
    for (const step of run.steps) {
      step.name = hostile;
      if (step.error != null) step.error = { ...step.error, message: hostile };
      step.tries = [{ number: 1, startedAt: step.startedAt, outcome: "failed", error: { message: hostile } }];
    }
    return run.steps;
  });
  await stage.openRun();
  await stage.page.click("[data-element-id=getArticle] .djs-hit");
  await stage.page.waitForSelector(".attempts__error");
  await stage.page.keyboard.press("2");
  await stage.page.waitForSelector(".under .values");
  await stage.page.keyboard.press("v");
  await stage.page.waitForSelector("[role=dialog]");

  expect(await stage.text(".now")).toContain(hostile);
  expect(await stage.page.locator("main img, main script").count()).toBe(0);
  expect(await stage.page.title()).toContain("Wireroom");
});
