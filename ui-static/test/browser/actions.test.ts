import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { lookFor } from "./adding.ts";
import { overlapsIn } from "./drawing.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();
let page: Page;

const drafted = () => stage.world.drafts.get("newsroom")?.xml ?? "";
const drafts = (text: string | RegExp) => expect.poll(drafted, { timeout: 15_000 }).toMatch(text);
const flows = () => [...drafted().matchAll(/sourceRef="(\w+)" targetRef="(\w+)"/g)];

beforeEach(async () => {
  ({ page } = stage);
  await stage.open("/designer?workflow=newsroom", ".card__title");
  await page.waitForSelector(".add-list__action:has-text('Do something')");
});

describe("the list of actions", () => {
  it("shows nine actions, and the ways of one on demand", async () => {
    const labels = await page.locator(".add-list__action, .add-list__entry").allInnerTexts();
    expect(labels.map((label) => label.trim())).toEqual([
      "When something arrives",
      "Do something",
      "Ask a model",
      "Decide",
      "For each",
      "Wait",
      "Ask a person",
      "Run another workflow",
      "End",
    ]);

    await page.click(".add-list__action:has-text('Do something')");
    await page.waitForSelector(".add-list__ways >> text=Read a feed");
    await page.click(".add-list__action:has-text('Wait')");
    await page.waitForSelector(".add-list__ways >> text=Wait for a reply");
    expect(await page.locator(".add-list__ways").count()).toBe(1);
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("is searched and used by keyboard alone", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.keyboard.press("n");
    await page.keyboard.type("send data");
    await page.waitForSelector(".add-list__entry:has-text('Call an address')");
    expect(await page.textContent(".add-list [role=status]")).toBe("1 found");
    await page.keyboard.press("Enter");
    await drafts('type="wireroom:http:1"');

    expect(flows().some(([, source]) => source === "readFeed")).toBe(true);
    expect(await page.inputValue(".add-list input")).toBe("");
  });

  it("says when nothing fits, and what often helps", async () => {
    await lookFor(page, "brew coffee");
    await page.waitForSelector("text=Nothing fits.");
    await page.waitForSelector(".add-list__entry:has-text('Call an address')");
  });

  it("has all of BPMN one click further", async () => {
    await page.click("text=All of BPMN");
    await page.waitForSelector(".djs-popup .entry:has-text('Gateways')");
    await page.keyboard.type("event sub");
    await page.waitForSelector(".djs-popup .entry:has-text('Event sub-process')");
  });
});

describe("a step's corner", () => {
  it("adds what comes next: searched, connected, placed where nothing is", async () => {
    await page.click("[data-element-id=worthPublishing] .djs-hit");
    await page.click(".djs-context-pad [data-action=append]");
    await page.waitForSelector(".djs-popup .entry:has-text('Do something')");
    await page.keyboard.type("call an address");
    await page.click(".djs-popup .entry:has-text('Call an address')");
    await drafts('type="wireroom:http:1"');

    expect(flows().filter(([, source]) => source === "worthPublishing")).toHaveLength(3);
    expect(overlapsIn(drafted())).toEqual([]);
  });

  it("opens an action of several ways, and leads on to all of BPMN", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.keyboard.press("a");
    await page.click(".djs-popup .entry:has-text('Decide')");
    await page.waitForSelector(".djs-popup .entry:has-text('Whichever comes first')");
    expect(await stage.window.barriers()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.click(".djs-context-pad [data-action=append]");
    await page.click(".djs-popup .entry:has-text('All of BPMN')");
    await page.waitForSelector(".djs-popup .entry:has-text('Gateways')");
    await page.keyboard.type("manual");
    await page.waitForSelector(".djs-popup .entry:has-text('Manual task')");
  });
});

describe("a step that becomes another", () => {
  it("keeps its name, its place in the flow and the settings that still fit, as one step of undo", async () => {
    const before = flows().map(([text]) => text);
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.click(".djs-context-pad [data-action=replace]");
    await page.keyboard.type("call");
    await page.click(".djs-popup .entry:has-text('Call an address')");
    await drafts('type="wireroom:http:1"');

    expect(drafted()).toContain('name="Read the feed"');
    expect(drafted()).toContain('<zeebe:input source="=feed" target="url" />');
    expect(drafted()).not.toMatch(/<bpmn:serviceTask id="readFeed"[^]*?target="limit"[^]*?<\/bpmn:serviceTask>[^]*toEachEntry/);
    expect(flows().filter(([, source, target]) => source === "readFeed" || target === "readFeed")).toHaveLength(2);

    await page.click("[aria-label=Undo]");
    await page.waitForSelector("[aria-label=Undo]:disabled");
    await expect.poll(drafted, { timeout: 15_000 }).toContain('type="wireroom:feed:1"');
    expect(drafted()).toMatch(/<bpmn:serviceTask id="readFeed"[^]*?target="limit"[^]*?<\/bpmn:serviceTask>/);
    expect(flows().map(([text]) => text)).toEqual(before);
  });

  it("can become a step for a person, and is no connector any more", async () => {
    await page.click("[data-element-id=publishPage] .djs-hit");
    await page.keyboard.press("r");
    await page.click(".djs-popup .entry:has-text('Ask a person')");
    await drafts("<bpmn:userTask ");

    expect(drafted()).toContain('name="Publish the page"');
    expect(drafted()).not.toContain("wireroom:publish-page:1");
  });
});
