import { describe, expect, it } from "vitest";
import { Stage } from "./stage.ts";

const stage = Stage.set();

const open = () => stage.open("/designer?workflow=newsroom", ".card__title");
const drafted = (workflow = "newsroom") => stage.world.drafts.get(workflow)?.xml ?? "";
const step = (id: string) => `[data-element-id=${id}]:not(.djs-label) .djs-hit`;
const choose = (id: string) => stage.page.click(`${step(id)} >> nth=0`, { position: { x: 12, y: 12 } });

/** Waits until the draft is saved and says what is wanted. */
const savedAs = (wanted: (xml: string) => boolean, workflow?: string) =>
  expect.poll(() => wanted(drafted(workflow)), { timeout: 10_000 }).toBe(true);

/** A menu closes while the drawing still moves out from under the panel. */
const openColours = () =>
  expect
    .poll(async () => {
      await stage.page.keyboard.press("Shift+P");
      return stage.page.locator(".djs-popup.color-picker").count();
    })
    .toBe(1);

const places = (xml: string) =>
  new Map(
    [...xml.matchAll(/<bpmndi:BPMN(?:Shape|Edge) [^>]*bpmnElement="(\w+)"[\s\S]*?<\/bpmndi:BPMN(?:Shape|Edge)>/g)].map(
      ([text, id = ""]) => [id, [...text.matchAll(/[xy]="(-?[\d.]+)"/g)].map(([, figure]) => Number(figure))],
    ),
  );
const ids = (xml: string) => [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id).sort();
const top = (xml: string, id: string) => places(xml).get(id)?.[1];

async function byPalette(label: string): Promise<void> {
  await stage.page.keyboard.press("Control+k");
  await stage.page.fill(".palette__input", label);
  await stage.page.click(`.palette__item:has-text('${label}') >> nth=0`);
}

describe("comfort on the drawing", () => {
  it("tidies up as one step, and takes every place back", async () => {
    await open();
    const before = drafted();
    await choose("readFeed");
    await stage.page.keyboard.press("Shift+ArrowDown");
    await savedAs((xml) => xml !== before);
    const messy = drafted();

    await stage.page.keyboard.press("t");
    await stage.page.waitForSelector("text=Tidied up.");
    await savedAs((xml) => xml !== messy);
    const tidy = drafted();
    expect(ids(tidy)).toEqual(ids(messy));
    expect(places(tidy)).not.toEqual(places(messy));

    await stage.page.click(".toast >> text=Undo");
    await savedAs((xml) => xml === messy);
    await stage.page.keyboard.press("Control+y");
    await savedAs((xml) => xml === tidy);
    await stage.page.click("text=Tidy up");
    await stage.page.waitForSelector("text=Everything is in order already.");
  });

  it("copies into another workflow in another tab: new ids, same settings", async () => {
    const empty = drafted().replace(/<bpmn:process[\s\S]*<\/bpmndi:BPMNDiagram>/, bare);
    stage.world.drafts.set("press-releases", { xml: empty, etag: '"version-12"', baseVersion: 12 });
    await open();
    await choose("writeHeadline");
    await stage.page.keyboard.press("Control+c");
    await stage.page.waitForSelector("text=1 step copied.");

    const other = await stage.page.context().newPage();
    await other.goto(new URL("/designer?workflow=press-releases", stage.page.url()).href);
    await other.waitForSelector("[data-element-id=begin]");
    await other.keyboard.press("Control+v");
    await other.waitForSelector(".card__title:text-is('Write headline')");
    await other.keyboard.press("Control+v");
    await savedAs((xml) => xml.match(/type="wireroom:chat:1"/g)?.length === 2, "press-releases");

    const xml = drafted("press-releases");
    expect(xml.match(/source="headline-writer" target="model"/g)).toHaveLength(2);
    expect(new Set(ids(xml)).size).toBe(ids(xml).length);
    await other.keyboard.press("Control+z");
    await savedAs((now) => now.match(/type="wireroom:chat:1"/g)?.length === 1, "press-releases");
    await other.close();
  });

  it("cuts, pastes and duplicates by the keys", async () => {
    await open();
    await choose("readFeed");
    await stage.page.keyboard.press("Control+d");
    await savedAs((xml) => xml.match(/type="wireroom:feed:1"/g)?.length === 2);
    await stage.page.keyboard.press("Control+x");
    await savedAs((xml) => xml.match(/type="wireroom:feed:1"/g)?.length === 1);
    await stage.page.keyboard.press("Control+v");
    await savedAs((xml) => xml.match(/type="wireroom:feed:1"/g)?.length === 2);
  });

  it("chooses by Shift and by lasso, aligns and spreads", async () => {
    await open();
    await choose("readFeed");
    await stage.page.keyboard.press("Shift+ArrowDown");
    await stage.page.keyboard.press("Shift+ArrowDown");
    await choose("feedArrives");
    await stage.page.keyboard.down("Shift");
    await choose("readFeed");
    await stage.page.keyboard.up("Shift");
    expect(await stage.page.locator(".djs-shape.selected").count()).toBe(2);
    await stage.page.keyboard.press("Shift+U");
    await savedAs((xml) => top(xml, "feedArrives") === top(xml, "readFeed"));

    await stage.page.keyboard.press("Escape");
    await stage.page.keyboard.press("l");
    const from = await stage.page.locator("[data-element-id=feedArrives]:not(.djs-label)").boundingBox();
    const to = await stage.page.locator("[data-element-id=allDone]:not(.djs-label)").boundingBox();
    await stage.page.mouse.move((from?.x ?? 0) - 24, (from?.y ?? 0) - 260);
    await stage.page.mouse.down();
    await stage.page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 340, { steps: 6 });
    await stage.page.mouse.up();
    expect(await stage.page.locator(".djs-shape.selected").count()).toBeGreaterThan(3);
    await stage.page.click("text=Arrange");
    await stage.page.click("[role=menuitem]:has-text('Same distance, across')");
    await stage.page.keyboard.press("Control+z");
  });

  it("walks through the steps by keys and goes to their settings", async () => {
    await open();
    await stage.page.keyboard.press("j");
    await stage.page.waitForSelector("[data-element-id=feedArrives].selected");
    await stage.page.keyboard.press("j");
    await stage.page.waitForSelector("[data-element-id=readFeed].selected");
    await stage.page.keyboard.press("Shift+K");
    expect(await stage.page.locator(".djs-shape.selected").count()).toBe(2);
    await stage.page.keyboard.press("Escape");
    await stage.page.keyboard.press("j");
    await stage.page.keyboard.press("Enter");
    await expect
      .poll(() => stage.page.evaluate(() => document.activeElement?.closest(".designer__panel") !== null))
      .toBe(true);
  });

  it("finds a step by what is written in it", async () => {
    await open();
    await stage.page.keyboard.press("Control+f");
    await stage.page.keyboard.type("careful copy editor");
    await stage.page.waitForSelector(".djs-search-result-secondary:has-text('system')");
    expect(await stage.text(".djs-search-result-primary")).toBe("Write headline");

    await stage.page.keyboard.press("Enter");
    await stage.page.waitForSelector("[data-element-id=writeHeadline].selected");
  });

  it("writes a note, draws a frame, and colours, each one step of undo", async () => {
    await open();
    await choose("readFeed");
    await stage.page.keyboard.press("Shift+T");
    await stage.page.keyboard.type("Ask the wire desk first");
    await stage.page.keyboard.press("Enter");
    await savedAs((xml) => xml.includes("Ask the wire desk first") && xml.includes("<bpmn:association"));

    await choose("readFeed");
    await stage.page.keyboard.press("Shift+G");
    await stage.page.keyboard.type("Reading");
    await stage.page.keyboard.press("Enter");
    await savedAs((xml) => xml.includes("<bpmn:group") && xml.includes('value="Reading"'));

    await choose("readFeed");
    await openColours();
    await stage.page.click(".djs-popup [data-id=sand-color]");
    await savedAs((xml) => xml.includes('color:background-color="#f8ecd3"'));
    await byPalette("Colour: none");
    await savedAs((xml) => !xml.includes("color:background-color"));
    await stage.page.keyboard.press("Control+z");
    await savedAs((xml) => xml.includes('color:background-color="#f8ecd3"'));
  });
});

const bare = `<bpmn:process id="press-releases" name="Press releases" isExecutable="true">
    <bpmn:startEvent id="begin" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="press-releases">
    <bpmndi:BPMNShape id="begin_di" bpmnElement="begin"><dc:Bounds x="160" y="160" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
