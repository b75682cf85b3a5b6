import type { Page } from "playwright-core";

/** As a person does it: looks for an action, and takes what is found first. */
export async function addStep(page: Page, label: string): Promise<void> {
  await lookFor(page, label);
  await page.click(`.add-list__entry:has-text('${label}')`);
}

export async function lookFor(page: Page, text: string): Promise<void> {
  await page.waitForSelector(".add-list__action:has-text('Do something')");
  await page.fill(".add-list input", text);
}

/** Something else of the selected step, by the menu below the canvas. */
export async function want(page: Page, intent: string): Promise<void> {
  await page.click(".intents-menu > .menu > button");
  await page.click(`.intents-menu [role=menuitem]:has-text('${intent}')`);
}
