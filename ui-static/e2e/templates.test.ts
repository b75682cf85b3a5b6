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
  [product, browser] = await Promise.all([Product.start("--no-examples"), openBrowser()]);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
  page.setDefaultTimeout(patience);
  await page.goto(product.signInLink);
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

const card = (id: string) => page.locator(`[data-template=${id}]`);

/** Each part goes on where the one before ended, as a person would. */
describe("from the empty page", () => {
  it("a template runs to its end at one press of a button", async () => {
    await page.waitForSelector("h2:text-is('Draw the first workflow')");
    await page.locator(".template .picture").nth(7).waitFor();

    await card("weekly-digest").getByText("Try it").click();
    await page.waitForURL("**/run?key=*");

    await page.waitForSelector(".title-row .status.is-completed");
    await page.waitForSelector("[data-container-id=publishDigest] .live-badge.is-completed");
    const digest = await fetch(`${product.address}/site/articles/digest-2026-11-23.html`);
    expect(await digest.text()).toContain("The week in 6 stories");
  });

  it("a template that lacks its model asks a person, whose answer ends the run", async () => {
    await page.goto(`${product.address}/?new=template`);
    await card("translate-and-publish").getByText("Needs a language model").waitFor();

    await card("translate-and-publish").getByText("Try it").click();
    await page.waitForURL("**/run?key=*");
    await page.click("a[href*='/task?step=']");

    await page.waitForSelector("text=No model translated it");
    await page.getByLabel("Headline").fill("The last ropeworks");
    await page.getByLabel(/^Text/).fill("It now twists ropes for wind turbines.");
    await page.getByRole("radio", { name: "Publish it", exact: true }).check();
    await page.getByRole("button", { name: "Send" }).click();
    await expect
      .poll(async () => (await fetch(`${product.address}/site/articles/the-last-ropeworks.html`)).status, {
        timeout: patience,
      })
      .toBe(200);
    expect(window.troubles).toEqual([]);
  });

  it("both are among the recent work, and can be opened", async () => {
    await page.goto(product.address);
    await page.click(".row-link:text-is('Weekly digest')");
    await page.waitForSelector("[data-element-id=publishDigest]");
  });
});
