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

const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => page.keyboard.type(text);
const isAt = (selector: string) =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);

const isAtField = (label: string) =>
  page.evaluate((wanted) => {
    const field = document.activeElement;
    if (!field?.matches("input, textarea, [contenteditable]")) return false;
    const entry = field.closest(".bio-properties-panel-entry");
    return entry?.querySelector("label")?.textContent?.includes(wanted) === true;
  }, label);

/** Goes on with Tab until the keyboard is there, as a person who looks at the ring does. */
async function tabTo(what: string, isThere: (what: string) => Promise<boolean> = isAt): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    if (await isThere(what)) return;
    await press("Tab");
  }
  throw new Error(`Tab never comes to ${what}`);
}

async function add(action: string): Promise<void> {
  await press("n");
  await expect.poll(() => isAt(".add-list input"), { timeout: patience }).toBe(true);
  await type(action);
  await page.waitForSelector(`.add-list__entry:has-text('${action}')`);
  await press("Enter");
  await page.waitForSelector(".designer__panel:not([hidden])");
}

/** No pointer is used anywhere. */
describe("a workflow by the keyboard alone", () => {
  it("is begun from the command palette", async () => {
    await press("Control+k");
    await page.waitForSelector("[role=dialog] input");
    await type("New workflow");
    await page.waitForSelector("[role=option]:has-text('New workflow')");
    await press("Enter");
    await page.waitForURL("**/?new=blank");
    await page.waitForSelector(".dialog input");
    await type("By keys");
    await press("Enter");
    await page.waitForURL("**/designer?workflow=by-keys");
    await page.waitForSelector(".djs-shape[data-element-id=start]");
  });

  it("is drawn and configured", async () => {
    await add("Call an HTTP interface");
    await press("Enter");
    await expect.poll(() => isAt(".designer__panel"), { timeout: patience }).toBe(true);
    await tabTo("Address", isAtField);
    await press("Control+a");
    await type(`${product.address}/demo/newsroom/tides.json`);
    await press("Escape");
    await expect.poll(() => isAt(".designer__canvas"), { timeout: patience }).toBe(true);
    await add("End");
    await page.waitForSelector(".saved-mark__state.is-saved");
    await expect.poll(() => page.locator(".problems__head:has-text('to mend before publishing')").count(), { timeout: patience }).toBe(0);
  });

  it("is published", async () => {
    await press("Control+Enter");
    await page.waitForSelector("text=Version 1 is published.");
  });

  it("runs, is followed, and shows what a step got", async () => {
    await press("Control+Shift+Enter");
    await page.waitForSelector(".dialog .try__values");
    await tabTo(".dialog .button--main");
    await press("Enter");
    await page.waitForSelector(".try-tray__now .status.is-completed");
    await tabTo(".designer__canvas");
    await press("Escape", "j", "j");
    await page.waitForSelector(".try-tray__step [aria-label='What it got'] .values__entry");
    expect(window.troubles).toEqual([]);
  });
});
