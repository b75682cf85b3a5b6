import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { addStep, chooseStep, want } from "./adding.ts";
import { overlapsIn } from "./drawing.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();
let page: Page;

const drafted = () => stage.world.drafts.get("tide-bell")?.xml ?? "";
const drafts = (text: string | RegExp) => expect.poll(drafted, { timeout: 15_000 }).toMatch(text);
const count = (tag: string) => drafted().match(new RegExp(`<bpmn:${tag}[ >]`, "g"))?.length ?? 0;
const choose = (title: string) => chooseStep(page, title);

beforeEach(async () => {
  ({ page } = stage);
  await stage.open("/", "text=New workflow");
  await page.click("text=New workflow");
  await page.click("text=Blank page");
  await page.fill(".dialog .input", "Tide bell");
  await page.click(".dialog .button--main");
  await page.waitForSelector("[data-element-id=start]");
  await addStep(page, "Call an address");
  await addStep(page, "Read a feed");
  await drafts("wireroom:feed:1");
  await choose("Call an address");
});

/** Takes back everything that an intent has done, by one click. */
async function isOneStepOfUndo(before: string): Promise<void> {
  await page.click("[aria-label=Undo]");
  await expect.poll(drafted, { timeout: 15_000 }).toBe(before);
}

describe("an intent", () => {
  it.each([
    ["If it fails", ["<bpmn:errorEventDefinition [^>]*/>", 'key="errorExpression" value="=if', '<zeebe:output source="=problem" target="problem"', 'name="Look into it"', 'name="Given up"']],
    ["If it takes longer than", ["<bpmn:timeDuration[^>]*>PT1H<", 'name="Takes too long"', 'name="Step in"']],
    ["Repeat for each", ['inputCollection="=items" inputElement="item"']],
    ["Wait for a reply from", ["<bpmn:messageEventDefinition ", 'correlationKey="=id"', 'value="=request.body.id"', "<bpmn:message "]],
    ["At the same time", ["<bpmn:parallelGateway [^>]*>[^]*<bpmn:parallelGateway ", 'name="Meanwhile"']],
    ["Undo if later fails", ['isForCompensation="true"', "<bpmn:association ", 'triggeredByEvent="true"', "compensateEventDefinition"]],
  ])("%s… is wired and laid out, and one step of undo", async (label, parts) => {
    const before = drafted();
    await want(page, label);
    await drafts(new RegExp(parts[0] ?? ""));

    for (const part of parts) expect(drafted()).toMatch(new RegExp(part));
    expect(overlapsIn(drafted())).toEqual([]);
    await isOneStepOfUndo(before);
  });

  it("stays clear of the others when a step has them all", async () => {
    for (const label of ["Wait for a reply from", "At the same time", "If it fails", "If it takes longer than", "Undo if later fails", "Repeat for each"]) {
      await choose("Call an address");
      await want(page, label);
    }
    await drafts("inputCollection");

    expect(count("boundaryEvent")).toBe(3);
    expect(overlapsIn(drafted())).toEqual([]);
    await page.waitForSelector(".djs-shape:has(.card__title:text-is('Look into it'))");
    await page.click("[aria-label='Show everything']");
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("lets a group that it does not fit into grow", async () => {
    await addStep(page, "For each item");
    await page.locator(".djs-shape:has(> .djs-visual circle)").last().click();
    await addStep(page, "Publish a page");
    await drafts("wireroom:publish-page:1");
    await choose("Publish a page");
    for (const label of ["If it fails", "Undo if later fails"]) {
      await choose("Publish a page");
      await want(page, label);
    }
    await drafts("compensateEventDefinition");

    expect(overlapsIn(drafted())).toEqual([]);
  });

  it("leads back into the flow where others wait for the step", async () => {
    await want(page, "At the same time");
    await choose("Call an address");
    await want(page, "If it fails");
    await drafts("errorEventDefinition");

    await choose("Call an address");
    await want(page, "If it takes longer than");
    await drafts("PT1H");

    expect(count("exclusiveGateway")).toBe(1);
    expect(drafted()).not.toMatch(/Given up|Out of time/);
    expect(overlapsIn(drafted())).toEqual([]);
  });

  it("is found by the key I, and by other words for it", async () => {
    await page.keyboard.press("i");
    await page.waitForSelector(".djs-popup");
    await page.keyboard.type("timeout");
    await page.waitForSelector(".djs-popup .entry:has-text('If it takes longer than')");
    await expect.poll(() => page.locator(".djs-popup .entry").count()).toBe(1);
    expect(await stage.window.barriers()).toEqual([]);
    await page.keyboard.press("Enter");

    await drafts("PT1H");
  });
});
