import type { Page } from "playwright-core";
import { addStep } from "../../test/browser/adding.ts";

/** What the reader does in the browser before each picture, by the picture's file. */
export type Scene = (page: Page, address: string) => Promise<unknown>;

export const scenes: Record<string, Scene> = {
  "first-light/1-blank.png": async (page, address) => {
    await page.goto(`${address}/?new=blank`);
    await page.fill(".dialog input", "Tide bell");
    await page.click(".dialog .button--main");
    await page.waitForURL("**/designer?workflow=tide-bell");
    await page.waitForSelector(".djs-shape[data-element-id=start]");
  },
  "first-light/2-webhook.png": async (page) => {
    await page.click(".djs-shape[data-element-id=start] .djs-hit");
    await page.selectOption("[data-entry-id=startsBy] select", "webhook");
    await page.waitForSelector(".hook-address");
    await page.selectOption("[data-entry-id=hookAnswer] select", "respond");
  },
  "first-light/3-call.png": async (page, address) => {
    await addStep(page, "Call an HTTP interface");
    await field(page, "Address").fill(`${address}/demo/newsroom/tides.json`);
    await page.click(".bio-properties-panel-group-header:has-text('What comes back')");
    await field(page, "Name the answer").fill("table");
  },
  "first-light/4-answer.png": async (page) => {
    await addStep(page, "Answer the caller");
    const body = page.locator(".bio-properties-panel-entry:has(label:has-text('Body'))").first();
    await body.locator("button.bio-properties-panel-feel-icon").first().click();
    await body.locator(".cm-content").click();
    await page.keyboard.type('"High water at " + table.body.tides[1].at');
    await page.waitForSelector(".saved-mark__state.is-saved");
  },
  "first-light/5-published.png": async (page) => {
    await page.click(".title-row .button--main");
    await page.waitForSelector("text=Version 1 is published.");
  },
  "first-light/6-run.png": async (page, address) => {
    await page.goto(`${address}/runs`);
    await page.click(".row-link:text-is('Tide bell')");
    await page.waitForSelector(".connection.is-ended");
    await page.waitForSelector(".card.is-action");
    await page.locator(".djs-shape:has(.card__title:text-is('Answer the caller')) .djs-hit").last().click({ force: true });
    await page.waitForSelector(".pane .values");
  },
};

const field = (page: Page, label: string) =>
  page.locator(`.bio-properties-panel-entry:has(label:has-text("${label}")) input`).first();
