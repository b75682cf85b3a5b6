import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 45_000;

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

const designer = async () => {
  await page.goto(`${product.address}/designer?workflow=newsroom`);
  await page.waitForSelector(".card__title");
};
const showAll = () => page.keyboard.press("Control+1");
const choose = (id: string) =>
  page.click(`[data-element-id=${id}]:not(.djs-label) .djs-hit >> nth=0`, { position: { x: 12, y: 12 } });
/** A group is taken hold of at its edge. */
async function chooseGroup(): Promise<void> {
  await showAll();
  await page.click("[data-element-id=eachEntry] .djs-hit-all >> nth=0", { position: { x: 200, y: 8 } });
}
const list = () => page.locator(".data-entry:has([data-entry-id=multiInstance-inputCollection]) .data-preview");
const runs = () =>
  page.evaluate(async () => ((await (await fetch("/api/runs?workflow=newsroom")).json()) as { items: unknown[] }).items.length);

/** Each part goes on where the one before ended, as a person would. */
describe("the last run on the drawing", () => {
  it("says that there was none", async () => {
    await designer();
    await page.click(".view-bar .button:has-text('Last run')");
    await page.waitForSelector(".last-run-line:has-text('It has not run yet.')");
  });

  it("shows what each step did once it ran", async () => {
    await page.goto(`${product.address}/?run=newsroom`);
    await page.waitForSelector(".dialog textarea");
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".dialog textarea")?.value.includes("feed"));
    await page.click(".dialog .button--main");
    await page.waitForSelector(".title-row .status.is-completed");

    await designer();
    await page.click(".view-bar .button:has-text('Last run')");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");
    await page.waitForSelector("[data-container-id=readFeed] .last-value:has-text('items')");
    await page.waitForSelector("[data-container-id=eachEntry] .live-badge:has-text(' of ')");
    await page.waitForSelector(".last-run-line:has-text('v1')");
    expect(await window.barriers()).toEqual([]);
  });
});

describe("a step", () => {
  it("is tried with the last run's values, changed by hand, and is no run", async () => {
    await chooseGroup();
    await list().locator("text=with the run").waitFor();
    expect(await list().locator(".data-preview__kind").textContent()).not.toBe("list of 1");
    await showAll();
    await choose("readFeed");
    await page.click("text=Try this step");
    await page.fill("[role=dialog] .editor__field:has(.editor__name:text-is('limit')) input", "1");
    await page.click("[role=dialog] .button--main");

    await page.waitForSelector(".trial__verdict:has-text('It worked')");
    await page.waitForSelector(".trial__result:has-text('entries')");
    expect(await runs()).toBe(1);
    expect(await window.barriers()).toEqual([]);
  });

  it("gives an example that the next step's preview shows", async () => {
    await page.click("text=Use as example");
    await page.waitForSelector(".try-step__example");
    await chooseGroup();

    await list().locator("text=with your example").waitFor();
    expect(await list().locator(".data-preview__kind").textContent()).toBe("list of 1");
  });

  it("asks before it publishes", async () => {
    await choose("publishPage");
    await page.click("text=Try this step");
    await page.click("[role=dialog] .button--main");
    await page.waitForSelector("text=This will really publish the page /site/");
    await page.click("[role=dialog] .button--main:text-is('Publish it')");

    await page.waitForSelector(".trial__verdict:has-text('It worked')");
    await page.waitForSelector(".trial__result:has-text('/site/')");
    expect(await runs()).toBe(1);
    expect(window.troubles).toEqual([]);
  });
});
