import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import { describe, expect, it } from "vitest";
import { around, before } from "../../src/canvas/data/before.ts";
import { firstItems } from "../../src/canvas/data/first-items.ts";
import { StepData } from "../../src/canvas/data/step-data.ts";
import type { CanvasElement, ModdleObject } from "../../src/canvas/model.ts";
import type { SampleData } from "../../src/canvas/data/sample-data.ts";
import { aStep, details } from "./given.ts";

const zeebe = createRequire(import.meta.url)("zeebe-bpmn-moddle/resources/zeebe.json") as object;
const xml = readFileSync(new URL("../../../workflows/newsroom/newsroom.bpmn", import.meta.url), "utf8");
const { elementsById } = (await new BpmnModdle({ zeebe }).fromXML(xml)) as { elementsById: Record<string, ModdleObject> };

const element = (id: string): ModdleObject => {
  const found = elementsById[id];
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe("the elements before another one", () => {
  it("are those on the way to it, also around the group that it is in", () => {
    expect([...before(element("writeHeadline"))].sort()).toEqual(["entryTaken", "feedArrives", "getArticle", "readFeed"]);
    expect(around(element("writeHeadline")).map(({ id }) => id)).toEqual(["eachEntry"]);
  });

  it("of a way out of a decision have what leads to the decision", () => {
    const found = before(element("worthAPage"));
    expect(found.has("worthPublishing") && found.has("writeHeadline")).toBe(true);
    expect(found.has("publishPage")).toBe(false);
  });

  it("of an exception have the step that it hangs on", () => {
    expect(before(element("leftOutAsUnreadable")).has("getArticle")).toBe(true);
    expect(before(element("leftOutAsUnreadable")).has("writeHeadline")).toBe(false);
  });

  it("of what comes after a group have all that is inside", () => {
    expect(before(element("allDone")).has("publishPage")).toBe(true);
  });
});

describe("the item of a “for each”", () => {
  it("is the first of its list, for the group and for all that is in it", () => {
    const values = { entries: [{ link: "one" }, { link: "two" }] };

    expect(firstItems(element("getArticle"), values)).toEqual({ entry: { link: "one" } });
    expect(firstItems(element("eachEntry"), values)).toEqual({ entry: { link: "one" } });
    expect(firstItems(element("readFeed"), values)).toEqual({});
    expect(firstItems(element("getArticle"), { entries: [] })).toEqual({});
  });
});

describe("the data at a step", () => {
  const written = (name: string, by: string, scope: string) => ({
    name,
    entries: [],
    origin: [element(by)],
    scope: element(scope),
  });
  const all = [
    written("entries", "readFeed", "newsroom"),
    written("entry", "eachEntry", "eachEntry"),
    written("article", "getArticle", "eachEntry"),
    written("page", "publishPage", "eachEntry"),
    written("results", "eachEntry", "newsroom"),
    written("url", "getArticle", "getArticle"),
  ];
  const resolver = {
    getProcessVariables: () => Promise.resolve(all),
    getVariablesForElement: () => Promise.resolve(all),
  };
  const run = {
    ...details([
      aStep("1", { elementId: "eachEntry", type: "multiInstanceBody" }),
      aStep("2", { elementId: "eachEntry", parentId: "1", input: { entry: { id: 7 }, page: { url: "u" } } }),
      aStep("3", { elementId: "writeHeadline", parentId: "2" }),
    ]),
    variables: { feed: "f", entries: [1], results: [2] },
  };
  const at = (sample: SampleData["sample"]) =>
    new StepData(resolver, { sample } as SampleData).at({ businessObject: element("writeHeadline") } as CanvasElement, "step");

  it("is what the drawing knows as long as nothing ran", async () => {
    const { known, values } = await at(undefined);

    expect(known.map(({ path }) => path)).toEqual(["entries", "entry", "article"]);
    expect(values).toEqual({});
  });

  it("has the run's values where it had any", async () => {
    const { known, values } = await at({ is: "run", source: { id: "run:1", label: "run" }, run, event: undefined });

    expect(values).toEqual({ feed: "f", entries: [1], entry: { id: 7 } });
    expect(known.filter(({ sample }) => sample === undefined).map(({ path }) => path)).toEqual(["article"]);
  });
});
