import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Peer } from "../peer/peer.ts";
import { addStep } from "./adding.ts";
import { openBrowser, Window } from "./browser.ts";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
let browser: Browser;
let peer: Peer;
let window: Window;
let page: Page;

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

beforeEach(async () => {
  peer = await Peer.start(dist);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
  await page.goto(peer.address);
  await page.click("text=New workflow");
  await page.click("text=Blank page");
  await page.fill(".dialog .input", "Tide bell");
  await page.click(".dialog .button--main");
  await page.waitForSelector("[data-element-id=start]");
  await page.waitForSelector(".add-list__action:has-text('Do something')");
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await page.context().close();
  await peer.stop();
});

const drafted = () => peer.world.drafts.get("tide-bell")?.xml ?? "";
const drafts = (text: string | RegExp) => expect.poll(drafted, { timeout: 15_000 }).toMatch(text);
const add = (label: string) => addStep(page, label);

describe("a blank page", () => {
  it("lets the first step follow the start, and the next one the first, without choosing them", async () => {
    await add("Call an address");
    await drafts(/<bpmn:sequenceFlow [^>]*sourceRef="start"/);

    await page.click(".djs-container > svg", { position: { x: 500, y: 700 } });
    await add("Read a feed");
    await drafts("wireroom:feed:1");
    expect(drafted().match(/<bpmn:sequenceFlow /g)).toHaveLength(2);
    expect(drafted().match(/sourceRef="start"/g)).toHaveLength(1);
  });

  it("turns its start into what starts it instead of adding a second one, as one step of undo", async () => {
    await page.click(".add-list__action:has-text('When something arrives')");
    await page.click(".add-list__ways >> text='Webhook'");
    await drafts('name="inbound.path" value="tide-bell"');
    expect(drafted().match(/<bpmn:startEvent /g)).toHaveLength(1);
    await page.waitForSelector("[data-entry-id=startsBy]");

    await page.click("[aria-label=Undo]");
    await page.waitForSelector("[aria-label=Undo]:disabled");
    await expect.poll(drafted, { timeout: 15_000 }).not.toContain("inbound.path");
  });

  it("begins a loop with its start inside, and asks for the list in plain words", async () => {
    await add("For each item");
    await drafts('inputCollection="=items" inputElement="item"');
    expect(drafted().match(/<bpmn:startEvent /g)).toHaveLength(2);
    const loop = page.locator("[data-group-id=group-multiInstance]");
    await loop.getByText("For each item of").waitFor();
    await loop.getByText("Name of one item").waitFor();
  });

  it("suggests the parts of an answer while an expression is typed, and nothing of what is unknown", async () => {
    await add("Call an address");
    await page.click("[data-group-id=group-ElementTemplates__CustomProperties-output] .bio-properties-panel-group-header");
    await page.fill("[data-group-id=group-ElementTemplates__CustomProperties-output] input", "table");
    await drafts('key="resultVariable" value="table"');
    await add("Call an address");
    const body = page.locator("[data-entry-id*=custom-entry]", { hasText: /^Body/ });
    await body.locator(".bio-properties-panel-feel-icon").click();
    await body.locator(".cm-content").click();

    await page.keyboard.type("table.bo", { delay: 60 });
    await page.waitForSelector(".cm-tooltip-autocomplete >> text=body");

    await page.keyboard.type("dy.tides.first + table.nothing.at.all", { delay: 30 });
    await drafts("table.nothing.at.all");
  });
});
