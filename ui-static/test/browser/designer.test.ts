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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  window = await Window.open(context);
  page = window.page;
  await open();
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await page.context().close();
  await peer.stop();
});

const open = async () => {
  await page.goto(`${peer.address}/designer?workflow=newsroom`);
  await page.waitForSelector(".card__title");
};
const drafted = () => peer.world.drafts.get("newsroom")?.xml ?? "";
const saved = () => page.waitForSelector(".saved-mark__state.is-saved");

async function rename(element: string, name: string): Promise<void> {
  await page.click(`[data-element-id=${element}] .djs-hit`);
  await page.keyboard.press("e");
  await page.waitForSelector(".djs-direct-editing-content");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

describe("the designer", () => {
  it("saves a renamed step by itself", async () => {
    await rename("readFeed", "Read the wire");
    await saved();

    expect(drafted()).toContain('name="Read the wire"');
    expect(await page.textContent("[data-element-id=readFeed] .card__title")).toBe("Read the wire");
  });

  it("keeps a change over a reload although the engine never got it", async () => {
    await page.route("**/draft", (route) =>
      route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    await rename("readFeed", "Kept here");
    await page.waitForSelector(".saved-mark__state.is-offline");
    expect(drafted()).not.toContain("Kept here");

    await page.unroute("**/draft");
    await open();
    await saved();

    expect(drafted()).toContain("Kept here");
  });

  it("asks before it replaces a draft that was changed elsewhere, and can go back", async () => {
    const theirs = drafted().replace("Read the feed", "Theirs");
    peer.world.drafts.set("newsroom", { xml: theirs, etag: '"draft-elsewhere"', baseVersion: 3 });

    await rename("readFeed", "Mine");
    await page.click("text=Open the other");
    await page.waitForSelector(".card__title:text-is('Theirs')");
    expect(drafted()).toContain("Theirs");

    await page.click("text=Back to mine");
    await saved();
    expect(drafted()).toContain("Mine");
  });

  it("puts a step between two others, and takes it back as one step", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    await addStep(page, "Call an address");
    await saved();

    const flows = [...drafted().matchAll(/sourceRef="(\w+)" targetRef="(\w+)"/g)];
    const added = flows.find(([, source]) => source === "readFeed")?.[2];
    expect(drafted()).toContain('type="wireroom:http:1"');
    expect(flows.some(([, source, target]) => source === added && target === "eachEntry")).toBe(true);

    await page.keyboard.press("Control+z");
    await page.waitForSelector("[aria-label=Undo]:disabled");
    await expect.poll(drafted, { timeout: 10_000 }).not.toContain('type="wireroom:http:1"');
  });

  it("drags a step onto the canvas", async () => {
    const box = await page.locator(".designer__canvas").boundingBox();
    await page.hover(".add-list__entry:has-text('Ask a person')");
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 620, { steps: 8 });
    await page.mouse.move((box?.x ?? 0) + 320, (box?.y ?? 0) + 640, { steps: 4 });
    await page.mouse.up();
    await saved();

    expect(drafted()).toContain("<bpmn:userTask");
  });

  it("changes a webhook's path without XML, and shows the whole address", async () => {
    await page.click("[data-element-id=feedArrives] .djs-hit");
    await page.fill("[data-entry-id=hookPath] input", "wire/in");
    await page.selectOption("[data-entry-id=hookCallers] select", "bearer");
    await saved();

    expect(await page.textContent(".hook-address code")).toBe(`${peer.address}/hooks/wire/in`);
    expect(drafted()).toContain('name="inbound.path" value="wire/in"');
    expect(drafted()).toContain('name="inbound.auth.type" value="bearer"');
    expect(drafted()).toContain('name="inbound.type" value="wireroom:webhook:1"');
  });

  it("shows a connector's own panel for a step that names only the job type", async () => {
    await page.click("[data-element-id=writeHeadline] .djs-hit");

    expect(await page.inputValue("#bio-properties-panel-custom-entry-wireroom\\:chat-inputs-0")).toBe(
      "headline-writer",
    );
    expect(await window.barriers()).toEqual([]);
  });

  it("points at what stands in the way of publishing", async () => {
    peer.world.publishRefusal = {
      status: 422,
      json: {
        title: "Unprocessable Entity",
        status: 422,
        detail: "The workflow has problems; the draft is kept.",
        errors: [{ path: "publishPage", message: "The slug is missing." }],
      },
    };

    await page.click(".title-row .button--main");
    await page.waitForSelector("[data-container-id=publishPage] .problem-flag.is-error");
    await page.click("text=1 problem");

    expect(await page.textContent(".problems__item")).toContain("The slug is missing.");
    await page.waitForSelector("[data-element-id=publishPage].selected");
  });

  it("opens with the whole drawing in sight on a small screen", async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await open();

    const canvas = await page.locator(".designer__canvas").boundingBox();
    const last = await page.locator("[data-element-id=allDone]").boundingBox();
    expect((last?.x ?? 9_999) + (last?.width ?? 0)).toBeLessThan((canvas?.x ?? 0) + (canvas?.width ?? 0));
  });

  it("keeps what developers look for in one closed group at the end", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    const last = page.locator(".bio-properties-panel-scroll-container > [data-group-id]").last();
    await last.getByText("Technical details").click();
    await last.getByText("Execution listeners").waitFor();

    expect(await page.getByText("Execution listeners").count()).toBe(1);
    expect(await window.barriers()).toEqual([]);
  });

  it("tells of what happened above the problems, not over them", async () => {
    peer.world.problems = [{ severity: "warning", elementId: "publishPage", message: "Nothing reads it." }];
    await open();
    await page.keyboard.press("Control+Enter");
    const toast = await page.locator(".toast").boundingBox();
    const bar = await page.locator(".problems").boundingBox();

    expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  it("publishes and says so", async () => {
    await rename("readFeed", "Read the wire");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("text=Version 4 is published.");

    expect(await page.textContent(".saved-mark")).toBe("v4");
  });

  it("shows plain BPMN and cards in turn", async () => {
    await page.click("text=Show plain BPMN");
    await page.waitForSelector(".card__title", { state: "detached" });
    await page.click("text=Show cards");
    await page.waitForSelector(".card__title");
  });
});
