import type { Page } from "playwright-core";
import { addStep, chooseStep, want } from "../../test/browser/adding.ts";
import type { Scene } from "./scenes.ts";

/** What docs/design-tour.md tells, picture by picture: no XML and no expression is typed. */
export const tour: Record<string, Scene> = {
  "design-tour/1-blank.png": async (page, address) => {
    await page.goto(`${address}/?new=blank`);
    await page.fill(".dialog input", `Monday digest${process.env.N ?? ""}`);
    await page.click(".dialog .button--main");
    await page.waitForURL("**/designer?workflow=monday-digest*");
    await page.waitForSelector(".djs-shape[data-element-id=start]");
    await page.waitForSelector(".add-list__action:has-text('Do something')");
  },
  "design-tour/2-feed.png": async (page, address) => {
    await addStep(page, "Read a feed");
    await fill(page, "Feed address", `${address}/demo/newsroom/feed.xml`);
    await fill(page, "Items at most", "3");
    await openGroup(page, "What comes back");
    await fill(page, "Name the answer", "feed");
    await page.waitForSelector(".says__sentence:has-text('keeps')");
  },
  "design-tour/3-try.png": async (page) => {
    await page.click("text=Try this step");
    await page.click("[role=dialog] .button--main, dialog .button--main");
    await page.waitForSelector(".trial__verdict:has-text('It worked')");
  },
  "design-tour/4-each.png": async (page) => {
    await page.click("text=Use as example");
    await page.keyboard.press("Escape");
    await addStep(page, "For each item");
    await pick(page, "For each item of", "feed.items");
    await chooseInnerStart(page);
    await addStep(page, "Get an article");
    await pick(page, "Page address", "item.link");
    await openGroup(page, "What comes back");
    await fill(page, "Name the answer", "article");
    await page.click("text=Try this step");
    await page.click("[role=dialog] .button--main, dialog .button--main");
    await page.waitForSelector(".trial__verdict:has-text('It worked')");
    await page.click("text=Use as example");
    await page.keyboard.press("Escape");
  },
  "design-tour/5-model.png": async (page) => {
    await addStep(page, "Ask a model");
    await page.click(".designer__panel [role=combobox]");
    await page.click(".designer__panel [role=option]:has-text('headline-writer')");
    await pick(page, "Prompt", "article.text");
    await openGroup(page, "What comes back");
    await fill(page, "Name the answer", "teaser");
  },
  "design-tour/6-page.png": async (page) => {
    await addStep(page, "Publish a page");
    await pick(page, "Headline", "article.title");
    await pick(page, "Text", "teaser.text");
  },
  "design-tour/7-fails.png": async (page) => {
    await chooseStep(page, "Get an article");
    await want(page, "If it fails");
  },
  "design-tour/8-schedule.png": async (page) => {
    await page.click("[aria-label='Show everything']");
    await page.click(".djs-shape[data-element-id=start] .djs-hit");
    await page.selectOption("[data-entry-id=startsBy] select", "schedule");
    await page.selectOption("[data-entry-id=scheduleKind] select", "weekly");
    await page.selectOption("[data-entry-id=scheduleDay] select", "MON");
    await page.waitForSelector(".says__sentence:has-text('Starts Mondays at 07:00.')");
    await page.waitForSelector(".saved-mark__state.is-saved");
  },
  "design-tour/9-draft.png": async (page) => {
    await page.click(".title-row >> text=Run draft");
    await page.click("[role=menu] >> text=Run the draft…");
    await page.click(".dialog .button--main");
    await page.waitForSelector(".try-tray__now .status.is-completed", { timeout: 120_000 });
  },
  "design-tour/10-published.png": async (page) => {
    await page.click("[aria-label='Close the run of the draft']");
    await page.click(".title-row .button--main");
    await page.waitForSelector("text=Version 1 is published.");
  },
};

/** The start inside of the newest group. */
async function chooseInnerStart(page: Page): Promise<void> {
  await page.locator(".djs-shape[data-element-id^=Event_] .djs-hit").last().click();
}

const entry = (page: Page, label: string) =>
  page.locator(".designer__panel .bio-properties-panel-entry", { has: page.locator(`label:has-text("${label}")`) }).first();

async function fill(page: Page, label: string, text: string): Promise<void> {
  await entry(page, label).locator("input, textarea").first().fill(text);
}

async function openGroup(page: Page, title: string): Promise<void> {
  const group = page.locator(".designer__panel .bio-properties-panel-group", { hasText: title }).first();
  // why: the panel remembers what was open.
  if ((await group.locator(".bio-properties-panel-group-entries.open").count()) > 0) return;
  await group.locator(".bio-properties-panel-group-header").first().click();
}

/** A value from the list of those that exist there. */
async function pick(page: Page, label: string, path: string): Promise<void> {
  const field = page.locator(".designer__panel .data-entry", { has: page.locator(`label:has-text("${label}")`) }).first();
  await field.locator("input, textarea, .cm-content").first().click();
  await field.locator(".data-chip--more").click();
  await page.keyboard.type(path);
  await page.click(`.value-picker__path:text-is('${path}')`);
}
