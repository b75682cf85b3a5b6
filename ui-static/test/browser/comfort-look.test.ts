import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { designerKeys } from "../../src/panels/palette/designer-keys.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();

const open = () => stage.open("/designer?workflow=newsroom", ".card__title");

async function byPalette(label: string): Promise<void> {
  await stage.page.keyboard.press("Control+k");
  await stage.page.fill(".palette__input", label);
  await stage.page.click(`.palette__item:has-text('${label}') >> nth=0`);
}

const scale = (page: Page) =>
  page.evaluate(
    () => document.querySelector<SVGGElement>(".djs-container > svg > .viewport")?.transform.baseVal.consolidate()?.matrix.a ?? 1,
  );

describe("looking at the drawing", () => {
  it("grows and shrinks by wheel, keys and fingers", async () => {
    await open();
    const box = await stage.page.locator(".designer__canvas").boundingBox();
    const middle = { x: (box?.x ?? 0) + 500, y: (box?.y ?? 0) + 400 };
    const first = await scale(stage.page);
    await stage.page.mouse.move(middle.x, middle.y);
    await stage.page.keyboard.down("Control");
    await stage.page.mouse.wheel(0, -240);
    await stage.page.keyboard.up("Control");
    await expect.poll(() => scale(stage.page)).toBeGreaterThan(first);
    await stage.page.keyboard.press("Control+0");
    await expect.poll(() => scale(stage.page)).toBe(1);

    const touch = await stage.page.context().newCDPSession(stage.page);
    const fingers = (apart: number) => [
      { x: middle.x - apart, y: middle.y, id: 1 },
      { x: middle.x + apart, y: middle.y, id: 2 },
    ];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(60) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(90) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(() => scale(stage.page)).toBeGreaterThan(1.2);
    await stage.page.keyboard.press("Control+1");
    await expect.poll(() => scale(stage.page)).toBeLessThan(1.2);
  });

  it("saves pictures that need nothing else, and prints one page", async () => {
    await stage.page.emulateMedia({ colorScheme: "dark" });
    await open();
    const [drawing] = await Promise.all([stage.page.waitForEvent("download"), byPalette("Save as a drawing")]);
    const text = await readFile(await drawing.path(), "utf8");
    expect(drawing.suggestedFilename()).toBe("newsroom.svg");
    expect(text).toContain(">Read the feed</text>");
    expect(text).toContain("data:font/woff2;base64,");
    expect(text).toContain("fill: rgb(28, 31, 33)");
    expect(text).not.toMatch(/var\(--|class=|djs-|color\(srgb/);

    await stage.page.click("[aria-label=More]");
    const [picture] = await Promise.all([
      stage.page.waitForEvent("download"),
      stage.page.click("[role=menuitem]:has-text('PNG')"),
    ]);
    const bytes = await readFile(await picture.path());
    expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(2_000);

    const paper = (await stage.page.pdf()).toString("latin1");
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await stage.page.waitForSelector(".print-sheet", { state: "detached" });
  });

  it("shows a map, and every key in the sheet", async () => {
    await open();
    await stage.page.keyboard.press("m");
    await stage.page.waitForSelector(".djs-minimap.open svg");
    await stage.page.click("[aria-label='Map of the drawing']");
    await stage.page.waitForSelector(".djs-minimap.open", { state: "detached" });

    await stage.page.keyboard.press("?");
    const sheet = (await stage.text(".dialog")) ?? "";
    for (const { label, keys } of designerKeys) if (keys.length > 0) expect(sheet).toContain(label);
    expect(await stage.window.barriers()).toEqual([]);
  });

  it("has room for all of it at 1024 pixels", async () => {
    await stage.page.setViewportSize({ width: 1024, height: 768 });
    await open();
    const inSight = stage.page.locator(".view-bar button, .title-row button");
    for (const button of await inSight.all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 9_999)).toBeLessThanOrEqual(1_024);
    }
    await stage.page.click("text=Arrange");
    expect(await stage.window.barriers()).toEqual([]);
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1_024);
  });
});
