import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { newsroomRun } from "../peer/runs.ts";
import { openBrowser, Window } from "./browser.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
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

const open = async (query = "") => {
  await page.goto(`${peer.address}/runs${query}`);
  await page.waitForSelector(".connection.is-live");
  await page.waitForSelector("tbody .row-link");
};
const rows = () => page.locator(".runs tbody tr");
const pressed = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const begin = (key: string, name: string) =>
  peer.world.begin({
    ...newsroomRun(),
    key,
    workflowName: name,
    startedAt: new Date().toISOString(),
    status: "running",
    incidents: 0,
    incidentKeys: [],
    error: null,
  });

describe("the run list", () => {
  it("shows what people know a run by, and why it stands", async () => {
    await open();

    const first = (await rows().first().textContent()) ?? "";
    expect(first).toContain("Needs repair");
    expect(first).toContain("A-4711");
    expect(first).toContain("did not answer within 20 s");
    expect(await rows().count()).toBe(50);
    await page.click("text=Show older runs");
    await page.waitForFunction(() => document.querySelectorAll(".runs tbody tr").length === 71);
  });

  it("is narrowed by values without any language, and tells it in chips and the address", async () => {
    await open();
    await page.click("text=Filter…");
    await page.waitForSelector("#value-names option[value=limit]", { state: "attached" });
    await page.fill("[aria-label='Name of the value']", "total");
    await page.selectOption("[aria-label='How it compares']", "gt");
    await page.fill("[aria-label='What it compares with']", "much");
    await page.click("text=Show these runs");
    expect(await page.textContent("[role=alert]")).toContain("More and less need a number");

    await page.fill("[aria-label='What it compares with']", "64");
    await page.selectOption(".filter-form__pair select", "webhook");
    await page.click("text=Show these runs");
    await page.waitForFunction(() => document.querySelectorAll(".runs tbody tr").length === 2);
    expect(await page.textContent(".chips")).toContain("total is more than “64”");
    expect(page.url()).toContain("trigger=webhook");

    await page.click(".filter-chip:has-text('Started by')");
    await page.waitForFunction(() => document.querySelectorAll(".runs tbody tr").length === 5);
    await page.reload();
    await page.waitForSelector(".filter-chip:has-text('total is more than')");
    await page.click(".filter-chip");
    await page.waitForFunction(() => document.querySelectorAll(".runs tbody tr").length === 50);
  });

  it("keeps filters under names, and forgets them with a way back", async () => {
    await open("?status=cancelled");
    await page.click("[aria-label='Saved filters']");
    await page.click("text=Save this filter…");
    await page.fill("#save-filter input", "Given up");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".saved__name:text-is('Given up')");
    expect(peer.world.saved.get("Given up")).toBe("status=cancelled");

    await page.click("[aria-label='Saved filters']");
    await page.click("[role=menuitem]:has-text('Late orders')");
    await page.waitForSelector(".filter-chip:has-text('Last 7 days')");
    expect(page.url()).toContain("status=waiting&last=7d");

    await page.click("[aria-label='Saved filters']");
    await page.click("text=Forget “Late orders”");
    await page.click("text=Undo");
    await expect.poll(() => peer.world.saved.get("Late orders")).toBe("status=waiting&last=7d");
  });

  it("shows new runs by itself, and holds them back while somebody chooses", async () => {
    await open();
    begin("4503599627380001", "Fresh");
    await page.waitForSelector("tbody tr:first-child .row-link:text-is('Fresh')");

    await pressed("j", "x");
    begin("4503599627380002", "Fresher");
    await page.waitForSelector("text=1 new run. Show");
    expect(await page.textContent("tbody tr:first-child .row-link")).toBe("Fresh");

    peer.world.change("4503599627380001", (run) => {
      run.status = "completed";
      run.endedAt = new Date().toISOString();
      return [];
    });
    await page.waitForSelector("tbody tr:first-child .status.is-completed");
    await page.click("text=1 new run. Show");
    await page.waitForSelector("tbody tr:first-child .row-link:text-is('Fresher')");
  });

  it("shares one stream between tabs, and goes on behind the last change when its holder closes", async () => {
    await open();
    const second = await page.context().newPage();
    await second.goto(`${peer.address}/runs`);
    await second.waitForSelector(".connection.is-live");
    begin("4503599627380001", "Fresh");
    await second.waitForSelector("tbody tr:first-child .row-link:text-is('Fresh')");
    expect(peer.world.listeners).toBe(1);

    await page.close();
    await expect.poll(() => peer.world.resumed.length).toBe(2);
    expect(peer.world.resumed[1]).toBe("101");
    begin("4503599627380002", "Fresher");
    await second.waitForSelector("tbody tr:first-child .row-link:text-is('Fresher')");
  });

  it("goes by keys and opens the run", async () => {
    await open();
    await pressed("j", "j", "k");
    await page.waitForSelector("tbody tr:first-child.is-at");
    await pressed("Enter");
    await page.waitForURL(/run\?key=4503599627370501/);
  });

  it("retries many and tells the outcome of each", async () => {
    const other = { ...newsroomRun(), key: "4503599627370499", incidentKeys: ["1"] };
    peer.world.runs.set(other.key, other);
    await open("?status=failed");
    await page.click("[aria-label^='Choose all']");
    peer.world.runs.set(other.key, { ...other, incidentKeys: [] });
    await page.click(".picked >> text=Retry");
    await page.waitForSelector("text=1 of 2 worked.");

    const lines = await page.locator(".outcomes__line").allTextContents();
    expect(lines[0]).toContain("Done");
    expect(lines[1]).toContain("There is no open incident 1.");
    expect(await window.barriers()).toEqual([]);
    await page.click(".dialog__foot >> text=Close");
    await page.waitForSelector(".picked", { state: "detached" });
    expect(peer.world.runs.get("4503599627370501")?.status).toBe("running");
  });

  it("asks before it cancels many, and leaves those that are over", async () => {
    await open("?workflow=newsroom");
    await pressed("j", "j", "x", "j", "x", "j", "x");
    await page.click(".picked >> text=Cancel");
    await page.waitForSelector(".dialog:has-text('cannot be undone')");
    await page.click(".dialog__foot .button--danger");
    await page.waitForSelector("text=worked.");
    expect(await page.textContent(".outcomes__sum")).toMatch(/^(\d) of \1 worked\.$/);
  });

  it("runs many again and follows them to the new runs", async () => {
    await open("?last=24h");
    await pressed("j", "j", "x", "j", "x", "j", "x");
    await page.click(".picked [aria-haspopup=menu]");
    await page.click("text=On the newest version");
    await page.waitForSelector("text=2 of 3 worked.");

    expect(await page.locator(".outcomes >> text=New run").count()).toBe(2);
    expect(await page.textContent(".outcomes")).toContain("Its event is not kept any more.");
  });

  it("says that nothing fits, and that nothing ran", async () => {
    await page.goto(`${peer.address}/runs?q=nowhere`);
    await page.click("text=Show all runs");
    await page.waitForSelector("tbody .row-link");
    peer.world.runs.clear();
    await page.reload();
    await page.waitForSelector("text=Nothing has run yet");
  });

  it("shows text that looks like HTML as text", async () => {
    const hostile = '<img src=x onerror="document.title=1">';
    peer.world.runs.set("4503599627370501", { ...newsroomRun(), workflowName: hostile, businessKey: hostile, error: hostile });
    peer.world.saved.set(hostile, "status=failed");
    await open(`?businessKey=${encodeURIComponent(hostile)}`);
    await page.click("[aria-label='Saved filters']");

    expect(await page.textContent("tbody .row-link")).toBe(hostile);
    expect(await page.locator("#main img").count()).toBe(0);
  });
});
