import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Window } from "../test/browser/browser.ts";
import { Product } from "./product.ts";

/** Long enough for a slow machine; nothing here waits for a set time. */
const patience = 45_000;

let product: Product;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), openBrowser()]);
  window = await Window.open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
  page = window.page;
  page.setDefaultTimeout(patience);
  await page.goto(product.signInLink);
  await page.waitForSelector(".row-link:text-is('Newsroom')");
}, 900_000);

afterAll(async () => {
  await browser.close();
  await product.stop();
}, 120_000);

const badge = (element: string, state: string) =>
  page.waitForSelector(`[data-container-id=${element}] .live-badge.is-${state}`);
const saved = () => page.waitForSelector(".saved-mark__state.is-saved");
const json = <T>(path: string) => page.evaluate(async (from) => (await (await fetch(from)).json()) as unknown, path) as Promise<T>;

async function open(workflow: string): Promise<void> {
  await page.goto(`${product.address}/designer?workflow=${workflow}`);
  await page.waitForSelector(".djs-shape");
}

async function ask(): Promise<void> {
  await page.click(".title-row >> text=Run draft");
  await page.click("[role=menu] >> text=Run the draft…");
  await page.waitForSelector(".dialog .try__values");
}

async function begin(values?: object): Promise<void> {
  if (values !== undefined) await page.fill(".dialog .try__values", JSON.stringify(values));
  await page.click(".dialog .button--main");
  await page.waitForSelector(".dialog", { state: "detached" });
}

/** As the page itself sends, so that the session and its origin count. */
async function put(workflow: string, xml: string): Promise<void> {
  const answer = await page.evaluate(
    async ([id, text]) => {
      const draft = `/api/workflows/${id}/draft`;
      const known = (await fetch(draft)).headers.get("ETag");
      const got = await fetch(draft, {
        method: "PUT",
        headers: { "content-type": "application/xml", ...(known === null ? {} : { "If-Match": known }) },
        body: text,
      });
      return got.ok ? "" : got.text();
    },
    [workflow, xml] as const,
  );
  expect(answer).toBe("");
}

const example = (name: string) =>
  readFileSync(new URL(`../../workflows/${name}/${name}.bpmn`, import.meta.url), "utf8");

interface Runs {
  items: { key: string; version: number; status: string }[];
}

const feed = () => ({ feed: `${product.address}/demo/newsroom/feed.xml`, limit: 1 });

/** Each part goes on where the one before ended, as a person would. */
describe("the draft of a published workflow", () => {
  it("runs with the example as a copy, live on the canvas, while the hook starts what is published", async () => {
    await open("newsroom");
    await page.dblclick("[data-element-id=readFeed] .djs-hit");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Read it in the draft");
    await page.keyboard.press("Enter");
    await page.click("[data-element-id=readFeed] .djs-hit");
    await saved();
    await ask();
    await begin();
    await page.waitForSelector(".try-tray__now .status");

    const sent = await fetch(`${product.address}/hooks/newsroom`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(feed()),
    });
    expect(sent.status).toBe(202);

    await badge("readFeed", "completed");
    await page.waitForSelector(".try-tray__now .status.is-completed");
    const done = async () =>
      (await json<Runs>("/api/runs?workflow=newsroom")).items
        .filter(({ status }) => status === "completed")
        .map(({ version }) => version)
        .sort();
    await expect.poll(done, { timeout: patience }).toEqual([0, 1]);
    const runs = await json<Runs>("/api/runs?workflow=newsroom");
    const names = await Promise.all(
      [0, 1].map(async (wanted) => {
        const key = runs.items.find(({ version }) => version === wanted)?.key ?? "";
        const run = await json<{ steps: { elementId: string; name: string }[] }>(`/api/runs/${key}`);
        return run.steps.find(({ elementId }) => elementId === "readFeed")?.name;
      }),
    );
    expect(names).toEqual(["Read it in the draft", "Read the feed"]);
  });

  it("shows what a step got and gave on a click, without leaving the designer", async () => {
    await page.click("[data-element-id=feedArrives] .djs-hit");
    await page.click("[data-element-id=readFeed] .djs-hit");
    await page.waitForSelector(".try-tray__step [aria-label='What it got']:has-text('/demo/newsroom/feed.xml')");
    await page.waitForSelector(".try-tray__step [aria-label='What it gave'] .values__entry");
    expect(page.url()).toContain("/designer?workflow=newsroom");
  });

  it("runs with something that arrived", async () => {
    await ask();
    await page.check("input[value=event]");
    await page.waitForSelector(".try__preview:has-text('/demo/newsroom/feed.xml')");
    await begin();
    await page.waitForSelector(".try-tray__now .status.is-completed");
    const events = await json<{ items: { draft: boolean; replayOf: string | null }[] }>("/api/inbox?workflow=newsroom");
    expect(events.items[0]).toMatchObject({ draft: true });
    expect(events.items[0]?.replayOf).toBeTruthy();
  });
});

describe("a draft that no request starts", () => {
  it("runs at its schedule's start at once", async () => {
    await put("weekly-digest", example("weekly-digest"));
    await open("weekly-digest");
    await ask();
    await page.selectOption(".dialog select", { label: "Monday at 7" });
    await begin({});
    await badge("everyMonday", "completed");
  });

  it("runs with an entry of its feed", async () => {
    await put("tips", feedTips);
    await open("tips");
    await ask();
    expect(await page.inputValue(".dialog .try__values")).toContain('"link"');
    await begin({ title: "Swing bridge", link: "https://example.org/1" });
    await page.waitForSelector(".try-tray__now .status.is-waiting");
    await badge("look", "waiting");
    await page.click("[data-element-id=entry] .djs-hit");
    await page.waitForSelector(".try-tray__step:has-text('Swing bridge')");
  });

  it("is stopped while it waits, and its marks go when it is closed", async () => {
    await page.click(".try-tray >> text=Stop");
    await page.waitForSelector(".try-tray__now .status.is-cancelled");
    await page.click("[aria-label='Close the run of the draft']");
    await page.waitForSelector(".live-badge", { state: "detached" });
  });

  it("runs with a form's fields, and says which are missing", async () => {
    await put("social-posts", example("social-posts"));
    await open("social-posts");
    await ask();
    await page.fill(".dialog .try__values", "{}");
    await page.click(".dialog .button--main");
    await page.waitForSelector(".dialog [role=alert] code:has-text('url')");
    await begin({ url: `${product.address}/demo/newsroom/seagrass.html` });
    await badge("articleChosen", "completed");
    expect(window.troubles).toEqual([]);
  });
});

describe("a draft with a mistake", () => {
  it("shows it at its step, and runs when it is mended", async () => {
    await put("tips", feedTips.replace("=title", "=title +"));
    await open("tips");
    await ask();
    await begin({ title: "Swing bridge" });
    await page.waitForSelector(".djs-shape.selected");
    await page.click(".problems__head");
    await page.waitForSelector(".problems__item:has-text('Look at it')");
    expect((await json<Runs>("/api/runs?workflow=tips")).items.filter(({ status }) => status === "waiting")).toEqual([]);

    await put("tips", feedTips);
    await open("tips");
    await ask();
    await begin({ title: "Swing bridge" });
    await badge("look", "waiting");
  });
});

const feedTips = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="wireroom">
  <bpmn:process id="tips" name="Tips" isExecutable="true">
    <bpmn:startEvent id="entry" name="New entry">
      <bpmn:extensionElements><zeebe:properties>
        <zeebe:property name="inbound.type" value="wireroom:feed:1" />
        <zeebe:property name="inbound.url" value="https://example.org/feed.xml" />
        <zeebe:property name="resultExpression" value="={title: entry.title}" />
      </zeebe:properties></bpmn:extensionElements>
      <bpmn:outgoing>a</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="entry" targetRef="look" />
    <bpmn:userTask id="look" name="Look at it">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:ioMapping><zeebe:input source="=title" target="what" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="look" targetRef="done" />
    <bpmn:endEvent id="done" name="Done"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="tips">
    <bpmndi:BPMNShape id="entry_di" bpmnElement="entry"><dc:Bounds x="160" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="look_di" bpmnElement="look"><dc:Bounds x="260" y="86" width="160" height="64" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="done_di" bpmnElement="done"><dc:Bounds x="490" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="a_di" bpmnElement="a"><di:waypoint x="196" y="118" /><di:waypoint x="260" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="b_di" bpmnElement="b"><di:waypoint x="420" y="118" /><di:waypoint x="490" y="118" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
