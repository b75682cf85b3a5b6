import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStep, chooseStep, want } from "../test/browser/adding.ts";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 45_000;
const call = "Call an HTTP interface";

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

async function begin(name: string): Promise<void> {
  await page.goto(`${product.address}/?new=blank`);
  await page.fill(".dialog input", name);
  await page.click(".dialog .button--main");
  await page.waitForURL("**/designer?workflow=*");
  await page.waitForSelector(".djs-shape[data-element-id=start]");
}

async function addCall(path: string): Promise<void> {
  await addStep(page, call);
  const address = page.locator('.bio-properties-panel-entry:has(label:has-text("Address")) input').first();
  await address.fill(`${product.address}${path}`);
  await page.locator(".djs-container > svg").first().focus();
  await saved();
}

const saved = () => page.waitForSelector(".saved-mark__state.is-saved");
const choose = (title: string) => chooseStep(page, title);

async function publish(): Promise<void> {
  await saved();
  await page.click(".title-row .button--main");
  await page.waitForSelector("text=Version 1 is published.");
}

async function run(workflow: string): Promise<void> {
  await page.goto(`${product.address}/?run=${workflow}`);
  await page.click(".dialog .button--main");
  await page.waitForURL("**/run?key=*");
}

/** A step that waits for a person is done by one. */
async function complete(step: string): Promise<void> {
  await page.waitForSelector(`.now:has-text('${step}')`);
  await page.click(".now a[href^='/task?step=']");
  await page.waitForSelector(`h1:has-text('${step}')`);
}

async function ended(workflow: string): Promise<void> {
  await page.waitForSelector(".task__over");
  await page.goto(`${product.address}/runs`);
  await page.waitForSelector(`.runs tr:has-text('${workflow}') .status.is-completed`);
}

/** Nothing is typed but addresses and names: no XML, no expression. */
describe("a workflow by actions and intents alone", () => {
  it("asks a person when a step fails, while another step goes on beside it", async () => {
    await begin("Gone page");
    await addCall("/demo/newsroom/gone.json");
    await choose(call);
    await want(page, "At the same time");
    await choose(call);
    await want(page, "If it fails");
    await choose(call);
    await want(page, "If it takes longer than");
    await publish();

    await run("gone-page");
    await complete("Look into it");
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>(".task__card input, .task__card textarea")].some(({ value }) => /404|refuses/.test(value)) ||
      /404|refuses/.test(document.body.innerText),
    );
    await page.click(".task__card .button--main");
    await ended("Gone page");
  });

  it("undoes a step when a later one fails", async () => {
    await begin("Take it back");
    await addCall("/demo/newsroom/tides.json");
    await addCall("/demo/newsroom/gone.json");
    await choose(call);
    await want(page, "Undo if later fails");
    await publish();

    await run("take-it-back");
    await complete(`Undo: ${call}`);
    await page.click(".task__card .button--main");
    await ended("Take it back");
  });

  it("publishes what waits for a reply and what repeats, as it is put in place", async () => {
    await begin("Waits and repeats");
    await addStep(page, "Ask a person");
    await choose("Approve");
    await want(page, "Wait for a reply from");
    await choose("Approve");
    await want(page, "Repeat for each");
    await addStep(page, "Wait a while");
    await addStep(page, "End");
    await publish();

    expect(window.troubles).toEqual([]);
  });
});
