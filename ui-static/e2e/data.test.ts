import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 90_000;
const drawing = readFileSync(new URL("desk.bpmn", import.meta.url), "utf8");
const title = "The harbour opens its new swing bridge on Sunday morning";

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
  await send("PUT", "/api/workflows/desk/draft", "application/xml", drawing);
  await send("POST", "/api/workflows/desk/publish", "application/json", "{}");
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

/** As the page itself sends, so that the session and its origin count. */
async function send(method: string, path: string, type: string, body: string): Promise<string> {
  const answer = await page.evaluate(
    async ([how, where, kind, what]) => {
      const got = await fetch(where, { method: how, headers: { "content-type": kind }, body: what });
      return { ok: got.ok, text: await got.text() };
    },
    [method, path, type, body] as const,
  );
  expect(answer.ok, answer.text).toBe(true);
  return answer.text;
}

async function run(values: object): Promise<void> {
  await page.goto(`${product.address}/?run=desk`);
  await page.waitForSelector(".dialog textarea");
  await page.fill(".dialog textarea", JSON.stringify(values));
  await page.click(".dialog .button--main");
  await page.waitForURL("**/run?key=*");
  await page.waitForSelector(".title-row .status.is-completed");
}

const draft = () => page.evaluate(async () => (await fetch("/api/workflows/desk/draft")).text());
const saved = () => page.waitForSelector(".saved-mark__state.is-saved");
const reached = (end: string) => page.locator(`[data-container-id=${end}] .live-badge.is-completed`);
const prompt = () => page.locator(".data-entry:has(label:has-text('Prompt'))").first();

/** Each part goes on where the one before ended, as a person would. */
describe("values of the last run", () => {
  it("are there after it ran once", async () => {
    await run({ title, tags: ["sport", "news"] });

    await reached("others").waitFor();
    expect(await reached("sport").count()).toBe(0);
  });

  it("go into a prompt by a click, and the preview shows what it comes to", async () => {
    await page.goto(`${product.address}/designer?workflow=desk`);
    await page.click("[data-element-id=ask] .djs-hit");
    const text = prompt().locator("textarea");
    await text.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Its title: ");
    await prompt().locator(".data-chip:text-is('title')").click();

    await prompt().locator(`.data-preview__value:has-text('harbour. Its title: ${title}')`).waitFor();
    expect(await prompt().locator(".data-preview__from").textContent()).toMatch(/with the run/);
    await saved();
    expect(await draft()).toContain("harbour. Its title: &#34; + title");
  });

  it("are offered with their parts and by search, without a pointer", async () => {
    await prompt().locator(".data-chip--more").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("answer");
    expect(await prompt().locator(".value-picker__path").count()).toBe(0);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("tag");
    expect(await prompt().locator(".value-picker__path").allTextContents()).toContain("tags[1]");
    expect(await prompt().locator(".value-picker__sample").first().textContent()).toBe("sport, news");
    expect(await window.barriers()).toEqual([]);
    await page.keyboard.press("Escape");
    await prompt().locator(".value-picker").waitFor({ state: "detached" });
  });

  it("show where an expression cannot be read, and what a function takes", async () => {
    const code = prompt().locator(".cm-content");
    await code.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("string join(tags, ) ) +");
    await prompt().locator(".data-preview.is-failing:has-text('It cannot be read at character')").waitFor();
    await code.click();
    await page.keyboard.press("Home");
    for (let turn = 0; turn < 14; turn++) await page.keyboard.press("ArrowRight");
    await prompt().locator(".data-signature:has-text('string join(list')").waitFor();

    await page.keyboard.press("Control+A");
    await page.keyboard.type("titel");
    await prompt().locator(".data-preview:has-text('Nothing is called titel')").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('"On " + title');
    await prompt().locator(`.data-preview__value:text-is('On ${title}')`).waitFor();
    await saved();
  });
});

describe("a decision", () => {
  it("is said as a sentence, and the preview says which way it would have gone", async () => {
    await page.click("[data-element-id=toSport] .djs-hit", { force: true });
    await page.click("text=Say it as a sentence instead");
    await page.fill(".clause [aria-label=Value]", "tags");
    await page.press(".clause [aria-label=Value]", "Tab");
    expect(await page.inputValue(".clause [aria-label=Comparison]")).toBe("hasItem");
    await page.fill(".clause [aria-label='the text…']", "sport");
    await page.press(".clause [aria-label='the text…']", "Tab");

    await page.waitForSelector(".data-preview.is-done:has-text('Yes, it goes this way')");
    await saved();
    expect(await draft()).toContain('=list contains(tags, "sport")</bpmn:conditionExpression>');
    expect(await window.barriers()).toEqual([]);
  });

  it("is shown as an expression and back, and nothing is lost", async () => {
    const before = await draft();
    await page.click("text=Show it as an expression");
    await page.waitForSelector(".condition .cm-content:has-text('list contains(tags, \"sport\")')");
    await page.click("text=Show it as a sentence");
    expect(await page.inputValue(".clause [aria-label='the text…']")).toBe("sport");

    expect(await draft()).toBe(before);
  });

  it("sends the run the right way once it is published", async () => {
    await page.click(".title-row .button--main");
    await page.waitForSelector("text=Version 2 is published.");
    await run({ title, tags: ["sport", "news"] });
    await reached("sport").waitFor();
    expect(await reached("others").count()).toBe(0);

    await run({ title, tags: ["culture"] });
    await reached("others").waitFor();
    expect(await reached("sport").count()).toBe(0);
    expect(window.troubles).toEqual([]);
  });
});
