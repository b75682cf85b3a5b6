import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStep } from "../test/browser/adding.ts";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 25_000;

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
  await page.goto(`${product.address}/designer?workflow=newsroom`);
  await page.waitForSelector(".card__title");
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

const saved = () => page.waitForSelector(".saved-mark__state.is-saved");
const problem = (text: string) => `.problems__row:has-text('${text}')`;
const line = (text: string) => `[role=treeitem]:has-text('${text}')`;
const left = async (element: string) => (await page.locator(`[data-element-id=${element}]`).boundingBox())?.x ?? 0;
const draft = () => page.evaluate(() => fetch("/api/workflows/newsroom/draft").then((it) => it.text()));

/** Each part goes on where the one before ended, as a person would. */
describe("a problem", () => {
  it("is told while one draws, without an engine's word", async () => {
    expect(await page.locator(".problems").count()).toBe(0);
    await page.click("[data-element-id=toEachEntry] .djs-hit", { position: { x: 24, y: 8 }, force: true });
    await page.keyboard.press("Delete");
    await page.click(".problems__head");

    await page.waitForSelector(problem("Nothing leads to “For each entry”"));
    await page.waitForSelector("[data-container-id=eachEntry] .problem-flag.is-warning");
  });

  it("is mended by its button, in one step", async () => {
    await page.click(`${problem("For each entry")} >> text=Connect with “Read the feed”`);

    await page.waitForSelector(".problems", { state: "detached" });
    await page.click("[aria-label=Undo]");
    await page.waitForSelector(".problems__head");
    await page.click("[aria-label=Redo]");
    await page.waitForSelector(".problems", { state: "detached" });
  });

  it("stands in the way of publishing only when it is an error", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    await addStep(page, "Call an HTTP interface");
    await page.waitForSelector(".problems__head:has-text('1 problem')");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".toast:has-text('One thing is to mend first.')");
    if ((await page.getAttribute(".problems__head", "aria-expanded")) === "false") await page.click(".problems__head");
    await page.waitForSelector(problem("“Address” is empty"));

    await page.click(`${problem("“Address” is empty")} >> text=Fill it in`);
    const address = page.locator(".bio-properties-panel-entry:has(label:text-is('Address'))");
    await address.locator("input, textarea").first().fill("https://example.org/robots.txt");
    await page.waitForSelector(".problems", { state: "detached" });
    await saved();
  });

  it("that is a warning is told and published", async () => {
    const xml = (await draft()).replace(
      /(<zeebe:input source="https:\/\/example\.org\/robots\.txt"[^>]*>)/,
      '$1<zeebe:input source="old-wire" target="connection" />',
    );
    await page.evaluate(async (text) => {
      const tag = (await fetch("/api/workflows/newsroom/draft")).headers.get("ETag") ?? "";
      await fetch("/api/workflows/newsroom/draft", {
        method: "PUT",
        body: text,
        headers: { "content-type": "application/xml", "If-Match": tag, "Wireroom-Client": "browser" },
      });
    }, xml);
    await page.reload();
    await page.waitForSelector(".problems__head:has-text('can be published')");
    await page.click(".problems__head");
    await page.waitForSelector(problem("There is no connection “old-wire”"));
    expect(await page.locator(".problems__row").count()).toBe(1);
    expect(await window.barriers()).toEqual([]);

    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("text=Version 2 is published.");
    await page.waitForSelector(problem("There is no connection “old-wire”"));
  });
});

describe("the outline", () => {
  it("shows the same workflow as indented steps", async () => {
    await page.click("text=Outline");
    await page.waitForSelector(`${line("Get the article")}[aria-level='2']`);
    await page.waitForSelector(`${line("Left out: no article")}[aria-level='4']`);

    expect(await window.barriers()).toEqual([]);
  });

  it("renames a step with the keyboard, on the canvas as well", async () => {
    await page.click(line("Read the feed"));
    await page.waitForSelector("[data-element-id=readFeed].selected");
    await page.keyboard.press("F2");
    await page.keyboard.type("Read the wire");
    await page.keyboard.press("Enter");

    await page.waitForSelector("[data-element-id=readFeed] .card__title:text-is('Read the wire')");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-outline"))).toBe("readFeed");
  });

  it("changes the order of two steps, on the canvas as well, and takes it back", async () => {
    const step = (await page.getAttribute(line("Call an HTTP interface"), "data-outline")) ?? "";
    expect(await left(step)).toBeGreaterThan(await left("readFeed"));
    await page.keyboard.press("Alt+ArrowDown");
    await saved();

    expect(await left(step)).toBeLessThan(await left("readFeed"));
    expect(await draft()).toMatch(new RegExp(`sourceRef="${step}" targetRef="readFeed"`));
    await page.click("[aria-label=Undo]");
    await expect.poll(async () => (await left(step)) > (await left("readFeed"))).toBe(true);
    await page.click("[aria-label=Redo]");
    await expect.poll(async () => (await left(step)) < (await left("readFeed"))).toBe(true);
  });

  it("opens the settings of a step, and hears of what is drawn", async () => {
    await page.locator(line("Write headline")).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".designer__panel:not([hidden])");
    await page.waitForSelector(`${line("Write headline")}[aria-selected=true]`);

    await page.click("[data-element-id=getArticle] .djs-hit");
    await page.waitForSelector(`${line("Get the article")}[aria-selected=true]`);
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("text=Version 3 is published.");
    expect(window.troubles).toEqual([]);
  });
});
