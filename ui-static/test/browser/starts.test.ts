import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anEvent } from "../peer/inbox.ts";
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
  await page.goto(`${peer.address}/designer?workflow=newsroom#feedArrives`);
  await page.waitForSelector(entry("startsBy"));
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await page.context().close();
  await peer.stop();
});

const entry = (id: string, tag = "select") => `[data-entry-id=${id}] ${tag}`;
const drafted = () => peer.world.drafts.get("newsroom")?.xml ?? "";
const drafts = (text: string) => expect.poll(drafted, { timeout: 15_000 }).toContain(text);
const startBy = (kind: string) => page.selectOption(entry("startsBy"), kind);

describe("how a workflow starts", () => {
  it("becomes a feed, and a webhook again by one undo", async () => {
    await startBy("feed");
    await page.fill(entry("feedAddress", "input"), "https://example.org/feed.xml");
    await page.selectOption(entry("feedInterval"), "1h");
    await drafts('name="inbound.interval" value="1h"');
    expect(drafted()).toContain('name="inbound.url" value="https://example.org/feed.xml"');
    expect(drafted()).not.toContain("inbound.path");

    for (const _ of ["interval", "address", "kind"]) await page.click("[aria-label=Undo]");
    await drafts('name="inbound.type" value="wireroom:webhook:1"');
    expect(drafted()).not.toContain('value="wireroom:feed:1"');
    expect(drafted()).toContain('name="inbound.path" value="newsroom"');
  });

  it("becomes a form that is edited with room, and is stored in the process", async () => {
    await startBy("form");
    await page.selectOption(entry("formAccess"), "public");
    await page.click("text=Edit the form");
    await page.fill(".form-editor", "{");
    await page.waitForSelector("text=This is not JSON yet");
    await page.fill(".form-editor", '{"components":[{"type":"textfield","key":"tip","label":"Tip"}]}');
    await page.click("text=Use this form");

    await drafts("tip");
    expect(drafted()).toContain('formKey="camunda-forms:bpmn:form_feedArrives"');
    expect(drafted()).toContain('<zeebe:userTaskForm id="form_feedArrives"');
    expect(drafted()).toContain('name="inbound.access" value="public"');
    await page.waitForSelector("text=The form has one field");
  });

  it("becomes a schedule in plain words, as a timer of BPMN", async () => {
    await startBy("schedule");
    await drafts("R/PT1H");
    await page.selectOption(entry("scheduleKind"), "weekly");
    await page.fill(entry("scheduleTime", "input"), "06:30");
    await page.selectOption(entry("scheduleDay"), "MON-FRI");
    await drafts("0 30 6 * * MON-FRI");
    expect(drafted()).not.toContain("inbound.");

    await startBy("hand");
    await expect.poll(drafted, { timeout: 15_000 }).not.toContain("timerEventDefinition");
  });

  it("knows callers by a connection, and stores a new one on the way", async () => {
    await page.selectOption(entry("hookCallers"), "github");
    const names = await page.locator(`${entry("hookConnection")} option`).allTextContents();
    expect(names).toEqual(["Choose a connection…", "github-press", "New connection…"]);

    await page.selectOption(entry("hookConnection"), { label: "New connection…" });
    await page.fill(".dialog [placeholder=wire-service]", "github-city");
    await page.fill("#field-secret", "planted-sentinel-8");
    await page.click(".dialog >> text=Create");
    await drafts('name="inbound.auth.connection" value="github-city"');
    expect(drafted()).not.toContain("planted-sentinel-8");
    expect(await page.inputValue(entry("hookConnection"))).toBe("github-city");
    expect(await window.barriers()).toEqual([]);
  });

  it("drops a form on the canvas as one step of undo", async () => {
    await page.click(".djs-container > svg", { position: { x: 500, y: 700 } });
    await addStep(page, "Form");
    await drafts("zeebe:userTaskForm");
    await page.click("[aria-label=Undo]");
    await expect.poll(drafted, { timeout: 15_000 }).not.toContain("zeebe:userTaskForm");
    await page.waitForSelector("[aria-label=Undo]:disabled");
  });
});

describe("a wait in the middle of a run", () => {
  beforeEach(async () => {
    const draft = peer.world.drafts.get("newsroom");
    if (draft === undefined) throw new Error("the peer has no draft of newsroom");
    peer.world.drafts.set("newsroom", { ...draft, xml: withAReply(draft.xml), etag: '"draft-with-a-wait"' });
    await page.goto(`${peer.address}/designer?workflow=newsroom#reply`);
    await page.reload();
    await page.waitForSelector(entry("goesOnBy"));
  });

  it("goes on by a webhook that finds its run by a key, and not after undo", async () => {
    await page.selectOption(entry("goesOnBy"), "webhook");
    await page.fill(entry("hookPath", "input"), "replies");
    await page.fill("[data-entry-id=hookKey] input, [data-entry-id=hookKey] textarea", "=request.body.order");

    await drafts('name="inbound.correlationKey" value="=request.body.order"');
    expect(drafted()).toContain('name="inbound.path" value="replies"');
    expect(await page.textContent(".hook-address code")).toBe(`${peer.address}/hooks/replies`);
    expect(await window.barriers()).toEqual([]);

    for (const _ of ["key", "path", "webhook"]) await page.click("[aria-label=Undo]");
    await expect.poll(drafted, { timeout: 15_000 }).not.toContain("inbound.correlationKey");
  });
});

describe("a step's connection", () => {
  it("is chosen from what is stored", async () => {
    await page.click("[data-element-id=readFeed] .djs-hit");
    await addStep(page, "Call an address");
    const picker = page.locator("select", { has: page.locator("option:text-is('wire-service')") });
    await picker.selectOption("wire-service");

    await drafts('source="wire-service" target="connection"');
  });
});

describe("listening for a request", () => {
  it("shows the address, what arrives and the run of the copy on the canvas", async () => {
    await page.click("text=Run draft");
    await page.click("text=Listen for a request");
    await page.waitForSelector(".listen__waiting");
    expect(await page.textContent(".listen__address > code")).toContain("/hooks-test/wrt_4f1c/newsroom");
    expect(await page.textContent(".listen .pane__name")).toMatch(/(30:00|29:\d\d) left/);
    expect(await window.barriers()).toEqual([]);

    peer.world.arrive(anEvent({ draft: true, path: "/hooks-test/wrt_4f1c/newsroom", request: { body: { tip: "fire" } } }));
    await page.waitForSelector(".listen [aria-label=Body]:has-text('fire')");
    await page.waitForSelector(".listen .status.is-started");
    await page.waitForSelector("[data-container-id=readFeed] .live-badge.is-completed");
    await page.waitForSelector(".try-tray a:text-is('Open the run')");

    await page.click("text=Stop listening");
    await page.waitForSelector(".listen", { state: "detached" });
    await page.click("[aria-label='Close the run of the draft']");
    await page.waitForSelector(".live-badge", { state: "detached" });
    expect(peer.world.listening).toBeUndefined();
  });

  it("keeps the whole drawing in sight beside the pane", async () => {
    await page.keyboard.press("Escape");
    await page.click("text=Run draft");
    await page.click("text=Listen for a request");
    await page.waitForSelector(".listen__waiting");

    const pane = await page.locator(".listen").boundingBox();
    const end = () =>
      page.locator("[data-element-id=allDone]").boundingBox().then((box) => (box?.x ?? 0) + (box?.width ?? 0));
    await expect.poll(end).toBeLessThan(pane?.x ?? 0);
  });

  it("says that a change is not in what it runs", async () => {
    await page.click("text=Run draft");
    await page.click("text=Listen for a request");
    await page.waitForSelector(".listen__waiting");
    await addStep(page, "Ask a person");
    await page.waitForSelector("text=You have changed the draft since");
    await page.click("text=Listen with the changes");
    await page.waitForSelector("text=You have changed the draft since", { state: "detached" });
  });
});

describe("pausing", () => {
  it("is in the head of the designer and in the list, with what it means", async () => {
    await page.click("[aria-label=More]");
    expect(await page.textContent("[role=menu]")).toContain("What arrives is stored and waits");
    await page.click("[role=menu] >> text=Pause");
    await page.waitForSelector(".title-row .tag.is-paused");

    await page.goto(peer.address);
    await page.waitForSelector("tr:has-text('Newsroom') .tag.is-paused");
    await page.click("[aria-label='More for Newsroom']");
    await page.click("[role=menu] >> text=Resume");
    await page.waitForSelector("tr:has-text('Newsroom') .tag.is-paused", { state: "detached" });
  });
});

/** The drawing with a message that the run waits for, beside the flow. */
const withAReply = (xml: string) =>
  xml
    .replace(
      "<bpmn:process",
      '<bpmn:message id="replied" name="replied"><bpmn:extensionElements><zeebe:subscription correlationKey="=order" /></bpmn:extensionElements></bpmn:message><bpmn:process',
    )
    .replace(
      "</bpmn:process>",
      '<bpmn:intermediateCatchEvent id="reply" name="A reply"><bpmn:messageEventDefinition id="replyMessage" messageRef="replied" /></bpmn:intermediateCatchEvent></bpmn:process>',
    )
    .replace(
      "</bpmndi:BPMNPlane>",
      '<bpmndi:BPMNShape id="reply_di" bpmnElement="reply"><dc:Bounds x="200" y="420" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane>',
    );
