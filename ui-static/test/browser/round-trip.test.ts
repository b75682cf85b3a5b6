import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { differences } from "./same-bpmn.ts";
import { Stage } from "./stage.ts";

const stage = Stage.set();
const home = fileURLToPath(new URL("../../..", import.meta.url));
const skipped = new Set(["node_modules", "target", "dist", "docs", ".git", "data"]);

/** Every BPMN file of the project, the ones of the tests as well. */
function drawings(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return skipped.has(name) ? [] : drawings(path);
    return name.endsWith(".bpmn") ? [path] : [];
  });
}

const drafted = () => stage.world.drafts.get("newsroom") ?? { xml: "", etag: "" };

async function open(xml: string): Promise<void> {
  stage.world.drafts.set("newsroom", { xml, etag: '"as-it-was"', baseVersion: 3 });
  await stage.open("/designer?workflow=newsroom", ".designer[aria-busy=false] .djs-shape");
}

/** Everything moves a little, and back; where lanes hold it together, the first step alone. */
async function moveAndUndo(xml: string): Promise<void> {
  const { page } = stage;
  await page.locator(".djs-container > svg").first().focus();
  await page.keyboard.press(xml.includes("laneSet") ? "j" : "Control+a");
  await page.keyboard.press("ArrowRight");
  await page.click("[aria-label=Undo]:not(:disabled)");
  await page.waitForSelector("[aria-label=Undo]:disabled");
}

/** What is different in the draft once it was saved; the save before the undo does not count. */
async function changed(xml: string): Promise<string[]> {
  const draft = drafted();
  return draft.etag === '"as-it-was"' ? ["not saved yet"] : differences(xml, draft.xml);
}

describe("a drawing that is opened, changed, changed back and saved", () => {
  it.each(drawings(home).map((path) => [basename(path), path]))("says the same as before: %s", async (_name, path) => {
    const xml = readFileSync(path, "utf8");
    await open(xml);
    await moveAndUndo(xml);

    await expect.poll(() => changed(xml), { timeout: 15_000 }).toEqual([]);
  });

  it("is told apart when it says something else", async () => {
    const xml = readFileSync(new URL("drawings/foreign.bpmn", import.meta.url), "utf8");

    expect(await differences(xml, xml.replace('acme:weight="7"', 'acme:weight="8"'))).toHaveLength(1);
    expect(await differences(xml, xml.replace("<acme:leaf>one<", "<acme:leaf>two<"))).toHaveLength(1);
    expect(await differences(xml, xml.replace('x="460.5"', 'x="461"'))).toHaveLength(1);
    expect(await differences(xml, xml.replace("<flowNodeRef>end</flowNodeRef>", ""))).not.toEqual([]);
  });
});
