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

/** why: another click on what is selected alone would let it go; a card breaks its title into lines. */
export async function chooseStep(page: Page, title: string): Promise<void> {
  const inLines = new RegExp(title.split(" ").join("\\s*"));
  const step = page.locator(".djs-shape:has(.card__title)", { hasText: inLines }).first();
  await step.waitFor();
  const chosen = /\bselected\b/.test((await step.getAttribute("class")) ?? "");
  if (!chosen) await step.locator(".djs-hit").last().click();
}

/** Something else of the selected step, by the menu below the canvas. */
export async function want(page: Page, intent: string): Promise<void> {
  await page.click(".intents-menu > .menu > button");
  await page.click(`.intents-menu [role=menuitem]:has-text('${intent}')`);
}
