import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { openBrowser, Window } from "./browser.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const key = "4503599627370501";
let browser: Browser;
let peer: Peer;
let window: Window;
let page: Page;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

beforeEach(async () => {
  peer = await Peer.start(dist);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await page.context().close();
  await peer.stop();
});

const open = async () => {
  await page.goto(`${peer.address}/run?key=${key}`);
  await page.waitForSelector(".connection.is-live");
  await page.waitForSelector(mark("eachEntry"));
};
const mark = (element: string) => `[data-container-id=${element}] .live-badge`;

/** Ends the third item, as the engine tells it. */
const endThirdItem = () =>
  peer.world.change(key, (run) => {
    const changed = run.steps.filter(({ elementId, status }) =>
      ["eachEntry", "getArticle"].includes(elementId) && status === "failed");
    for (const step of changed) Object.assign(step, { status: "completed", error: null });
    run.status = "running";
    return changed;
  });

describe("a run's page", () => {
  it("moves the marks when the engine tells of a change", async () => {
    await open();
    expect(await page.textContent(mark("eachEntry"))).toBe("2 of 5");

    endThirdItem();

    await page.waitForSelector(`${mark("eachEntry")}:has-text("3 of 5")`);
    await page.waitForSelector(`${mark("getArticle")}.is-completed`);
    await page.waitForSelector("h1 + .soft + .status.is-running");
  });

  it("says that it is reconnecting, then shows what it missed", async () => {
    await open();
    await page.route("**/events", (route) => route.abort());
    peer.world.dropStreams();
    await page.waitForSelector(".connection.is-reconnecting");
    endThirdItem();
    await page.unroute("**/events");

    await page.waitForSelector(`${mark("eachEntry")}:has-text("3 of 5")`);
    await page.waitForSelector(".connection.is-live");
  });

  it("shows the values and the trouble of a step that is clicked", async () => {
    await open();
    await page.click("[data-element-id=getArticle] .djs-hit");
    await page.waitForSelector(".pane");

    expect(await page.textContent(".pane .notice strong")).toContain("did not answer within 20 s");
    expect(await page.textContent(".pane .values")).toContain("/demo/2.html");
    await page.click("text=Raw text");
    expect(await page.textContent(".pane__raw")).toContain("TIMEOUT");
    expect(page.url()).toContain("#45035996273");
  });

  it("shows what a model writes while it does, in the first lines and in its step", async () => {
    const run = peer.world.runs.get(key);
    const writing = run?.steps.find(({ elementId, status }) => elementId === "writeHeadline" && status === "running");
    if (run === undefined || writing === undefined) throw new Error("nothing is under way");
    run.waiting = [{ kind: "job", stepId: writing.id, elementId: writing.elementId, name: "Write headline", text: "it works" }];
    await open();
    const lines = () => page.textContent(".now__writing");

    peer.world.write(key, writing.id, 0, "The harbour <b>opens</b>");
    await page.waitForSelector(".now__writing");
    peer.world.write(key, writing.id, 24, " at noon");
    await page.waitForSelector(".now__writing:has-text('at noon')");
    expect(await lines()).toBe("The harbour <b>opens</b> at noon");
    await page.click(".now__step:text-is('Write headline')");
    expect(await page.textContent(".pane__writing")).toBe(await lines());
    peer.world.write(key, writing.id, 0, "It begins again");
    await page.waitForSelector(".pane__writing:text-is('It begins again')");

    peer.world.change(key, () => [Object.assign(writing, { status: "completed", endedAt: new Date().toISOString() })]);
    await page.waitForSelector(".pane__writing", { state: "detached" });
  });

  it("asks before it cancels, and shows that the run ended", async () => {
    await open();
    await page.click("text=Cancel");
    await page.click("text=Cancel the run");

    await page.waitForSelector(".connection.is-ended");
    await page.waitForSelector(".title-row .status.is-cancelled");
  });

  it("shows text that looks like HTML as text", async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    for (const step of peer.world.runs.get(key)?.steps ?? []) {
      step.name = hostile;
      step.output = { [hostile]: hostile };
    }
    await open();
    await page.click(".steps__name >> nth=1");
    await page.waitForSelector(".pane .values");

    expect(await page.textContent(".pane h2")).toBe(hostile);
    expect(await page.locator(".pane img, .pane script, .steps img").count()).toBe(0);
    expect(await page.title()).toContain("Wireroom");
  });
});

describe("the list of runs", () => {
  it("follows the engine, and two windows share one stream", async () => {
    await page.goto(`${peer.address}/runs`);
    await page.waitForSelector(".connection.is-live");
    const second = await page.context().newPage();
    await second.goto(`${peer.address}/runs`);
    await second.waitForSelector(".connection.is-live");
    expect(peer.world.listeners).toBe(1);

    endThirdItem();
    for (const one of [page, second]) {
      await one.waitForSelector(`tr:has(a[href*="${key}"]) .status.is-running`);
    }

    await page.close();
    peer.world.change(key, (run) => ((run.status = "completed"), []));
    await second.waitForSelector(`tr:has(a[href*="${key}"]) .status.is-completed`);
    page = second;
  });

  it("filters by its address, and shows older runs on request", async () => {
    await page.goto(`${peer.address}/runs?workflow=newsroom`);
    await page.waitForSelector(".row-link");
    expect(await page.locator("tbody tr").count()).toBe(47);
    await page.selectOption("[aria-label=Status]", "cancelled");
    await page.waitForFunction(() => document.querySelectorAll("tbody .status").length < 40);
    expect(page.url()).toContain("workflow=newsroom&status=cancelled");

    await page.goto(`${peer.address}/runs`);
    await page.click("text=Show older runs");
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 71);
  });

  it("goes to the sign-in page when nobody is signed in, and comes back", async () => {
    peer.world.signedIn = false;
    await page.goto(`${peer.address}/runs?status=failed`);
    await page.waitForURL("**/sign-in?next=*");
    await page.fill("input", `${peer.address}/sign-in?code=one-time`);
    await page.keyboard.press("Enter");

    await page.waitForURL("**/runs?status=failed");
  });

  it("finds everything by Ctrl K", async () => {
    await page.goto(`${peer.address}/runs`);
    await page.waitForSelector(".row-link");
    await page.keyboard.press("Control+k");
    await page.waitForSelector(".palette__input");
    await page.keyboard.type("connectors");
    await page.keyboard.press("Enter");

    await page.waitForURL("**/connectors");
  });
});
