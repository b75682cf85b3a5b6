import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tour } from "../scripts/tutorial/tour.ts";
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

/** Somebody who has never seen BPMN, as docs/design-tour.md tells it: no XML, no expression typed. */
describe("a digest from a blank page to a finished run", () => {
  it.each(Object.entries(tour))("%s", async (_picture, act) => {
    await act(page, product.address);
  });

  it("has put a page for each story on the site", async () => {
    const pages = await page.evaluate(async () => (await fetch("/site/")).text());
    expect(pages.match(/href="[^"]*articles\//g)?.length).toBeGreaterThanOrEqual(3);
    expect(window.troubles).toEqual([]);
  });
});
