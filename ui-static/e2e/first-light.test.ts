import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 60_000;

let product: Product;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), openBrowser()]);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
  page.setDefaultTimeout(patience);
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

/** Each part goes on where the one before ended, as a person would. */
describe("first light", () => {
  it("lets somebody in by the printed link, once", async () => {
    await page.goto(product.signInLink);
    await page.waitForURL(`${product.address}/`);
    await page.waitForSelector(".row-link:text-is('Newsroom')");

    const stranger = await browser.newContext();
    const again = await stranger.newPage();
    await again.goto(product.signInLink);
    expect(await again.textContent("[role=alert]")).toContain("./wireroom sign-in");
    await stranger.close();
  });

  it("opens newsroom, changes a step and publishes it", async () => {
    await page.click(".row-link:text-is('Newsroom')");
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.keyboard.press("e");
    await page.waitForSelector(".djs-direct-editing-content");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Read the wire");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".saved-mark__state.is-saved");

    await page.click(".title-row .button--main");
    await page.waitForSelector("text=Version 2 is published.");
  });

  it("shows the webhook's address", async () => {
    await page.click("[data-element-id=feedArrives] .djs-hit");

    expect(await page.textContent(".hook-address code")).toBe(`${product.address}/hooks/newsroom`);
  });

  it("starts a run by the webhook, and shows it to its end by live marks", async () => {
    await page.goto(`${product.address}/runs`);
    await page.waitForSelector(".connection.is-live");

    const answer = await fetch(`${product.address}/hooks/newsroom`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ feed: `${product.address}/demo/newsroom/feed.xml`, limit: 3 }),
    });
    expect(answer.status).toBe(202);

    await page.click(".row-link:text-is('Newsroom')");
    await page.waitForSelector(".card__title:text-is('Read the wire')");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");
    await page.waitForSelector("[data-container-id=eachEntry] .live-badge:has-text('3 of 3')");
    await page.waitForSelector("[data-container-id=allDone] .live-badge.is-completed");
    await page.waitForSelector(".title-row .status.is-completed");
    await page.waitForSelector(".connection.is-ended");
  });

  it("shows what a step got and gave, and the page that it published", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    const feed = page.locator(".pane [aria-label='What it got']");
    expect(await feed.textContent()).toContain("/demo/newsroom/feed.xml");

    await page.click("[data-element-id=publishPage] .djs-hit");
    const gave = page.locator(".pane [aria-label='What it gave']");
    await gave.waitFor();
    const url = /(?:https?:\/\/[^/\s]+)?\/site\/[\w./-]+?\.html/.exec((await gave.textContent()) ?? "")?.[0];
    expect(url).toBeDefined();

    await page.goto(new URL(url ?? "", product.address).href);
    expect((await page.textContent("h1"))?.trim()).not.toBe("");
    await page.goto(`${product.address}/site/`);
    expect(await page.locator("main a, article a").count()).toBeGreaterThanOrEqual(3);
  });

  it("runs the workflow again from the browser, with the example's values", async () => {
    await page.goto(`${product.address}/?run=newsroom`);
    await page.waitForFunction(() =>
      document.querySelector("textarea")?.value.includes("/demo/newsroom/feed.xml"),
    );
    await page.fill("textarea", JSON.stringify({ feed: `${product.address}/demo/newsroom/feed.xml`, limit: 1 }));
    await page.click(".dialog .button--main");

    await page.waitForURL("**/run?key=*");
    await page.waitForSelector(".title-row .status.is-completed");
    expect(await page.textContent(".facts")).toContain("the browser");
  });

  it.each(["light", "dark"] as const)("has no serious barrier on any page in the %s theme", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const run = new URL(page.url().includes("/run?") ? page.url() : `${product.address}/runs`);
    for (const address of ["/", "/runs", "/connectors", "/designer?workflow=newsroom", run.pathname + run.search]) {
      await page.goto(product.address + address);
      await page.waitForSelector(".row-link, .connector, .card__title");
      expect(await window.barriers()).toEqual([]);
    }
    expect(window.troubles).toEqual([]);
  });
});
