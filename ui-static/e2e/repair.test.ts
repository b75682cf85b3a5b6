import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 90_000;

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

const feed = (name: string) => `${product.address}/demo/newsroom/${name}`;

/** Each part goes on where the one before ended, as a person would. */
describe("an incident", () => {
  it("stops a run, which says so before everything else", async () => {
    await page.goto(`${product.address}/?run=newsroom`);
    await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("feed.xml"));
    await page.fill("textarea", JSON.stringify({ feed: feed("gone.xml"), limit: 2 }));
    await page.click(".dialog .button--main");
    await page.waitForURL("**/run?key=*");

    await page.waitForSelector(".title-row .status.is-failed");
    await page.waitForSelector(".now.is-failed:has-text('Read the feed')");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-failed");
  });

  it("is mended by changing the value that was wrong", async () => {
    await page.click(".title-row >> text=Mend it");
    await page.waitForSelector(".cause__title");
    const url = page.locator(".editor__field:has(.editor__name:text-is('url')) input");
    expect(await url.inputValue()).toBe(feed("gone.xml"));
    await url.fill(feed("feed.xml"));
    expect(await window.barriers()).toEqual([]);
    await page.click("text=Change 1 value and try again");

    await page.waitForSelector(".incident__mended");
  });

  it("lets the run go on, and its page follows it to the end", async () => {
    await page.click("text=Follow the run");
    await page.waitForSelector(".pane [aria-label='What it got']:has-text('/demo/newsroom/feed.xml')");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");
    await page.waitForSelector("[data-container-id=eachEntry] .live-badge:has-text('2 of 2')");
    await page.waitForSelector(".title-row .status.is-completed");
    await page.waitForSelector(".connection.is-ended");
    await page.waitForSelector(".now.is-completed");

    expect(await page.locator(".timebar__step.is-completed").count()).toBeGreaterThan(4);
    expect(window.troubles).toEqual([]);
  });
});
