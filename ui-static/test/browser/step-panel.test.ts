import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { addStep } from "./adding.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();
let page: Page;

const drafted = () => stage.world.drafts.get("newsroom")?.xml ?? "";
const drafts = (text: string | RegExp) => expect.poll(drafted, { timeout: 15_000 }).toMatch(text);
const choose = (id: string) => page.locator(`[data-element-id=${id}] .djs-hit`).last().click({ force: true });
const sentence = () => page.textContent(".says__sentence");
const field = (label: string) => page.locator(".bio-properties-panel-entry", { has: page.locator(`label:has-text("${label}")`) }).first();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? "");

const open = async () => {
  ({ page } = stage);
  await stage.open("/designer?workflow=newsroom", ".card__title");
};
beforeEach(open);

describe("the panel of a step", () => {
  it("says what the step does, and each part leads to its field", async () => {
    await choose("writeHeadline");
    await page.waitForSelector(".says__sentence");
    expect(await sentence()).toMatch(/^Asks the model headline-writer for headline, summary, .+ and keeps story\.$/);
    expect(await stage.window.barriers()).toEqual([]);

    await page.click(".says__chip:text-is('headline-writer')");
    await page.waitForSelector("[role=combobox]:focus");
    await page.click(".says__chip:has-text('article.title')");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Prompt");
  });

  it("says it for starts, ways, decisions and what is done for each item", async () => {
    await choose("feedArrives");
    await page.waitForSelector(".says__sentence:has-text('Starts when a request arrives at /hooks/newsroom')");
    await page.selectOption("[data-entry-id=startsBy] select", "schedule");
    await page.selectOption("[data-entry-id=scheduleKind] select", "weekly");
    await page.selectOption("[data-entry-id=scheduleDay] select", "MON-FRI");
    await page.waitForSelector(".says__sentence:has-text('Starts every weekday at 07:00.')");

    await choose("worthPublishing");
    await page.waitForSelector(".says__sentence:has-text('Goes one way: to “Publish the page” when')");
    await page.locator(".says__chip", { hasText: "article.wordCount" }).click();
    await page.waitForSelector(".says__sentence:has-text('Goes on to “Publish the page” when')");
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("folds technical details away, and remembers that somebody wants them", async () => {
    await choose("readFeed");
    const fold = page.locator("[data-group-id=group-wireroom-technical]");
    await fold.waitFor();
    expect(await fold.locator("[data-group-id=group-Zeebe__ExecutionListeners]").isVisible()).toBe(false);
    expect(await page.locator("[data-entry-id=id]").isVisible()).toBe(false);

    await fold.getByText("Technical details").click();
    await fold.locator("[data-group-id=group-Zeebe__ExecutionListeners]").waitFor();
    await open();
    await choose("getArticle");
    await page.locator("[data-group-id=group-Zeebe__ExecutionListeners]").waitFor();
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("marks what is needed, says what is empty, and the list of problems leads there", async () => {
    await choose("readFeed");
    await addStep(page, "Call an address");
    const address = field("Address");
    await address.getByText("“Address” is empty, and this step needs it.").waitFor();
    expect(await address.locator("input").getAttribute("aria-required")).toBe("true");
    expect(await page.locator(".says__chip.is-empty").textContent()).toBe("Address?");

    await choose("feedArrives");
    await page.locator(".problems__head").click();
    await page.locator(".problems__row", { hasText: "“Address” is empty" }).getByText("Fill it in", { exact: true }).last().click();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-required") === "true");
    await page.keyboard.type("https://example.org/in");
    await drafts('source="https://example.org/in" target="url"');
  });

  it("goes to the settings by Enter and back by Esc", async () => {
    await choose("readFeed");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.closest(".designer__panel") !== null);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.closest(".designer__canvas") !== null);
    await page.waitForSelector("[data-element-id=readFeed].selected");
  });

  it("helps with the connector's own page, over the drawing", async () => {
    await choose("writeHeadline");
    await page.click("[aria-label='Help about this']");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("What it gives back").waitFor();
    await dialog.getByText("Changes nothing outside.").waitFor();
    expect(await dialog.locator("table").textContent()).toContain("The alias of a model.");
    expect(await stage.window.barriers()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.waitForSelector("[aria-label='Help about this']:focus");

    await choose("worthPublishing");
    await page.click("[aria-label='Help about this']");
    await page.getByRole("dialog", { name: "Decision" }).getByText("goes the first whose condition is true").waitFor();
  });
});

describe("the choice of a model", () => {
  const route = (state: string, hardware: string) => ({ name: hardware, adapter: "openai", hardware, evidence: "declared", state });

  beforeEach(async () => {
    stage.world.models = ["headline-writer", "house-writer", "night-shift"];
    stage.world.routes.set("headline-writer", [route("ready", "Trainium2")]);
    stage.world.routes.set("night-shift", [route("no-key", "CPU")]);
    await open();
    await choose("writeHeadline");
  });

  it("is a list that can be searched, and says what can be asked now", async () => {
    await page.locator(".model-picker__state", { hasText: "openai on Trainium2 (declared) · ready" }).waitFor();
    await page.click("[role=combobox]");
    await page.locator("[role=option]", { hasText: "its key is missing" }).waitFor();
    expect(await page.locator("[role=option]").count()).toBe(3);
    expect(await stage.window.barriers()).toEqual([]);

    await page.keyboard.type("house");
    await page.waitForFunction(() => document.querySelectorAll("[role=option]").length === 1);
    await page.keyboard.press("Enter");
    await drafts('source="house-writer" target="model"');
    await page.waitForSelector(".says__chip:text-is('house-writer')");
  });

  it("keeps a model that nobody knows, and marks it", async () => {
    const xml = drafted().replace('source="headline-writer"', 'source="gone-model"');
    stage.world.drafts.set("newsroom", { xml, etag: '"draft-gone"', baseVersion: 3 });
    await open();
    await choose("writeHeadline");

    await page.locator(".model-picker__state.is-missing", { hasText: "There is no model “gone-model”" }).waitFor();
    await page.click("[role=combobox]");
    await page.keyboard.type("nothing like it");
    await page.getByText("No model fits that.").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.inputValue("[role=combobox]")).toBe("gone-model");
    await page.keyboard.press("Tab");
    expect(drafted()).toContain('source="gone-model"');
  });
});

describe("a connection", () => {
  it("is tested right where it is chosen", async () => {
    await choose("readFeed");
    await addStep(page, "Call an address");
    await field("Address").locator("input").fill("https://example.org/in");
    await field("Connection").locator("select").selectOption("photo-archive");
    await page.waitForSelector(".connection-check");
    await expect.poll(() => page.inputValue(".connection-check input")).toBe("https://example.org/in");
    await page.click(".connection-check .button");
    await page.waitForSelector(".connection-check__verdict.is-completed");
    expect(await stage.window.barriers()).toEqual([]);
  });
});

describe("a field that opens large", () => {
  const large = (label: string) => page.click(`[aria-label='${label}: open large']`);

  beforeEach(async () => {
    await choose("writeHeadline");
    await page.waitForSelector(".says__sentence");
  });

  it("is text with its values in it; saved it is one step of undo, and the keyboard is back", async () => {
    const before = drafted();
    await large("Prompt");
    await page.waitForSelector(".large-editor .value-mark:text-is('article.title')");
    expect(await stage.window.barriers()).toEqual([]);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Sum this up: ");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Thanks.");
    await page.keyboard.press("Control+Enter");

    await page.waitForSelector(".large-editor", { state: "detached" });
    await drafts('"=&#34;Sum this up: &#34; + article.title + &#34;\\n\\n&#34; + substring');
    await expect.poll(focused).toBe("Prompt: open large");
    await page.click("[aria-label=Undo]");
    await page.waitForSelector("[aria-label=Undo]:disabled");
    await expect.poll(drafted).not.toContain("Sum this up");
    expect(before).toContain("substring(article.text");
  });

  it("gets values by chips and leaves only with an answer when something would be lost", async () => {
    await large("Role");
    await page.waitForSelector(".large-editor .cm-content:focus");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" The piece is called ");
    await page.click(".large-editor .data-chip--more");
    await page.locator(".large-editor .value-picker__value", { hasText: /^entry/ }).first().click();
    await page.waitForSelector(".large-editor .value-mark:text-is('entry')");
    await page.keyboard.press("Escape");
    await page.getByText("Leave without saving?").waitFor();
    expect(await stage.window.barriers()).toEqual([]);
    await page.click("text=Go on writing");
    await page.click(".large-editor__foot .button--main");
    await drafts(/piece is called &#34; \+ (?:string\(entry\)|entry)"/);
  });

  it("throws away what was not saved, without a trace", async () => {
    await large("Role");
    await page.waitForSelector(".large-editor .cm-content:focus");
    await page.keyboard.type("Never mind. ");
    await page.keyboard.press("Escape");
    await page.click("text=Throw away");
    await page.waitForSelector(".large-editor", { state: "detached" });
    await page.waitForSelector("[aria-label=Undo]:disabled");
    expect(drafted()).not.toContain("Never mind");
  });

  it("writes expressions with the panel's own editor, and puts JSON in order", async () => {
    await large("Answer schema");
    await page.waitForSelector(".large-editor .is-expression .cm-content:focus");
    await page.click("text=Put lines in order");
    await page.waitForFunction(() => document.querySelectorAll(".large-editor .cm-line").length > 10);
    expect(await stage.window.barriers()).toEqual([]);
    await page.click(".large-editor__foot .button--main");
    await drafts(/&#34;type&#34;: &#34;object&#34;,(?:&#10;|\n) +&#34;properties&#34;/);
  });

  it("turns text into an expression and back", async () => {
    await large("Prompt");
    await page.waitForSelector(".large-editor .value-mark");
    await page.click(".large-editor__modes >> text=Expression");
    await page.waitForSelector(".large-editor .is-expression .cm-content:has-text('substring(article.text')");
    await page.click(".large-editor__modes >> text=Text");
    await page.waitForSelector(".large-editor .value-mark:text-is('article.title')");
    expect(await page.locator(".large-editor__foot .button--main").isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".large-editor", { state: "detached" });
  });

  it("is the same dialog behind the panel's own button", async () => {
    await choose("eachEntry");
    const list = page.locator("[data-entry-id=multiInstance-inputCollection]").last();
    await list.locator(".cm-content").click();
    await list.locator(".bio-properties-panel-open-feel-popup").click();
    await page.waitForSelector(".large-editor .is-expression .cm-content:focus");
    await page.keyboard.type("[1]");
    await page.click(".large-editor__foot .button--main");
    await drafts('inputCollection="=entries[1]"');
  });
});
