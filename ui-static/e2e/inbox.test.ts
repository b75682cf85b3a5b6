import { createHmac } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 60_000;
const secret = "a secret that only the sender knows";

let product: Product;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), openBrowser()]);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
  page.setDefaultTimeout(patience);
  await page.goto(product.signInLink);
  await page.waitForSelector(".row-link:text-is('Newsroom')");
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

const feed = () => JSON.stringify({ feed: `${product.address}/demo/newsroom/feed.xml`, limit: 1 });
const send = (address: string, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: feed(),
  });
const signature = (key: string) =>
  `sha256=${createHmac("sha256", key).update(feed()).digest("hex")}`;
const newest = (what: string) => page.waitForSelector(`tbody tr:first-child ${what}`);

/** Each part goes on where the one before ended, as a person would. */
describe("what arrives", () => {
  it("begins with a command, and the first event shows by itself", async () => {
    await page.goto(`${product.address}/inbox`);
    await page.waitForSelector(".command code:has-text('/hooks/newsroom')");

    expect((await send(`${product.address}/hooks/newsroom`)).status).toBe(202);
    await newest(".status.is-started");
    await newest("a[href^='/run?key=']");
  });

  it("is shown in full, and replayed as a new event with a run of its own", async () => {
    await page.click("tbody tr:first-child .events__open");
    await page.waitForSelector(".pane [aria-label=Body]:has-text('/demo/newsroom/feed.xml')");
    await page.click(".pane__head [aria-haspopup=menu]");
    await page.click("text=On the newest version");
    await page.click("text=Show it");
    await page.waitForSelector(".pane__facts:has-text('Replay of')");
    await page.waitForSelector(".pane__facts a[href^='/run?key=']");
  });

  it("waits while its workflow is paused, and starts when it goes on", async () => {
    await page.goto(`${product.address}/designer?workflow=newsroom`);
    await page.waitForSelector(".card__title");
    await page.click("[aria-label=More]");
    await page.click("[role=menu] >> text=Pause");
    await page.waitForSelector(".title-row .tag.is-paused");
    expect((await send(`${product.address}/hooks/newsroom`)).status).toBe(202);
    await page.waitForSelector(".rail__badge:text-is('1')");

    await page.goto(product.address);
    await page.waitForSelector("tr:has-text('Newsroom') .tag.is-paused");
    await page.click("[aria-label='More for Newsroom']");
    await page.click("[role=menu] >> text=Resume");
    await page.waitForSelector(".rail__badge", { state: "detached" });
    await page.goto(`${product.address}/inbox`);
    await newest(".status.is-started");
  });
});

describe("a connection", () => {
  it("is stored and tested, and its value never comes back", async () => {
    await page.goto(`${product.address}/connections`);
    await page.click("text=Store the first one");
    await page.selectOption(".dialog select", "webhook-secret");
    await page.fill(".dialog [placeholder=wire-service]", "github-press");
    await page.fill("#field-secret", secret);
    await page.click(".dialog >> text=Create");
    await page.waitForSelector(".pane h2:has-text('github-press')");
    await page.click(".test button");
    await page.waitForSelector(".test__verdict");

    const answer = await page.evaluate(() => fetch("/api/connections").then((it) => it.text()));
    expect(answer).toContain("github-press");
    expect(answer + (await page.content())).not.toContain(secret);
  });

  it("is chosen by a webhook, which then knows who calls", async () => {
    await page.goto(`${product.address}/designer?workflow=newsroom#feedArrives`);
    await page.selectOption("[data-entry-id=hookCallers] select", "github");
    await page.selectOption("[data-entry-id=hookConnection] select", "github-press");
    await page.waitForSelector(".saved-mark__state.is-saved");
    await page.click(".title-row .button--main");
    await page.waitForSelector("text=Version 2 is published.");

    const hook = `${product.address}/hooks/newsroom`;
    expect((await send(hook, { "x-hub-signature-256": signature("another") })).status).toBe(401);
    expect((await send(hook, { "x-hub-signature-256": signature(secret) })).status).toBe(202);
    await page.goto(`${product.address}/inbox`);
    await newest(".status.is-started");
    await page.click(".chip.is-rejected");
    await page.click("tbody tr:first-child .events__open");
    await page.waitForSelector(".pane .notice.is-failed");
  });
});

describe("a draft", () => {
  it("listens for a request, shows it, and its run on the canvas", async () => {
    await page.goto(`${product.address}/designer?workflow=newsroom`);
    await page.waitForSelector(".card__title");
    await page.click("text=Run draft");
    await page.click("text=Listen for a request");
    const address = await page.textContent(".listen__address > code");
    expect(address).toContain(`${product.address}/hooks-test/`);

    const sent = await send(address ?? "", { "x-hub-signature-256": signature(secret) });
    expect(sent.status).toBe(202);
    await page.waitForSelector(".listen [aria-label=Body]:has-text('/demo/newsroom/feed.xml')");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");

    await page.click("text=Open the run");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");
    await page.waitForSelector(".facts__link");
  });

  it.each(["light", "dark"] as const)("has no serious barrier on the way in the %s theme", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ["/inbox", "/connections#github-press", "/designer?workflow=newsroom#feedArrives"]) {
      await page.goto(product.address + address);
      await page.waitForSelector(".events__open, .pane, [data-entry-id=hookCallers]");
      expect(await window.barriers()).toEqual([]);
    }
    expect(window.troubles).toEqual([]);
  });
});
