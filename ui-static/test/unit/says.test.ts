import { describe, expect, it } from "vitest";
import type { ConnectorInfo } from "../../src/api/types.ts";
import { isA, listOf, type CanvasElement, type ModdleObject } from "../../src/canvas/model.ts";
import { textOf, type Chip, type Part } from "../../src/canvas/says/part.ts";
import { fillPattern } from "../../src/canvas/says/pattern.ts";
import { says } from "../../src/canvas/says/says.ts";
import { durationWords } from "../../src/canvas/says/time-words.ts";
import { connectors } from "../peer/connectors.ts";
import { drawn, end, example, processIn, start, step } from "./drawings.ts";

const known = { connectors, models: [] };
const on = (object: ModdleObject | undefined, all: readonly ConnectorInfo[] = connectors): Part[] => {
  if (object === undefined) throw new Error("there is no such element");
  const parent = object.$parent;
  const element = { id: object.id, type: object.$type, businessObject: object, ...(parent === undefined ? {} : { parent: { businessObject: parent } }) };
  return says(element as unknown as CanvasElement, { connectors: all, models: [] });
};
const inside = (container: ModdleObject): ModdleObject[] =>
  listOf(container, "flowElements").flatMap((one) => (isA(one, "bpmn:SubProcess") ? [one, ...inside(one)] : [one]));
const named = async (workflow: string, id: string) => inside(processIn(await example(workflow))).find((one) => one.id === id);
const first = async (elements: string, id: string, ...arrows: string[]) =>
  inside(await drawn(elements, ...arrows)).find((one) => one.id === id);
const chips = (parts: Part[]) => parts.filter((part): part is Chip => typeof part !== "string");

describe("what a step says", () => {
  it("is a sentence of its connector, with what it keeps", async () => {
    const parts = on(await named("newsroom", "writeHeadline"));

    expect(textOf(parts)).toBe(
      "Asks the model headline-writer for headline, summary, tags, publishable, reason, with the prompt article.title article.text (first 24000 characters), and keeps story.",
    );
    expect(chips(parts).map(({ field }) => field)).toEqual(["input:model", "input:schema", "input:prompt", "header:resultExpression"]);
  });

  it("asks for what is missing, and leaves out what need not be there", async () => {
    const parts = on(await first(start + step("get", "Get", "http", {}) + end, "get"));

    expect(textOf(parts)).toBe("Sends GET to Address?.");
    expect(chips(parts).map(({ empty }) => empty)).toEqual([undefined, true]);
  });

  it("is made of its inputs when a connector has no sentence", async () => {
    const plain = connectors.map((one) => ({ ...one, sentence: "" }));

    expect(textOf(on(await first(step("get"), "get"), plain))).toBe("Call an address: example.org.");
  });

  it("says for each item of which list", async () => {
    const parts = on(await named("newsroom", "eachEntry"));

    expect(textOf(parts)).toBe("For each entry of entries, all at the same time, it does the steps inside of it.");
    expect(chips(parts).map(({ field }) => field)).toEqual(["multiInstance-inputElement", "multiInstance-inputCollection"]);
  });

  it("says what begins the workflow", async () => {
    expect(textOf(on(await named("newsroom", "feedArrives")))).toBe(
      "Starts when a request arrives at /hooks/newsroom, from anyone on this computer.",
    );
    const monday = listOf(processIn(await example("weekly-digest")), "flowElements").find((one) => listOf(one, "eventDefinitions").length > 0);
    expect(textOf(on(monday))).toBe("Starts Mondays at 07:00.");
    expect(textOf(on(await first(start, "start")))).toBe("Starts when a person, the API or another workflow starts it.");
  });

  it("says where a decision leads and when", async () => {
    expect(textOf(on(await named("newsroom", "worthPublishing")))).toMatch(
      /^Goes one way: to “Publish the page” when article\.wordCount >= 80 and .+; to “Left out: not worth a page” otherwise\.$/,
    );
    const way = await first(
      `${start}<exclusiveGateway id="fork" />${end}${step("get", "Get")}`, "flow2", "start>fork", 'fork>get ?contains(title, "storm")', "fork>end",
    );
    expect(textOf(on(way))).toBe("Goes on to “Get” when title contains the words “storm”.");
    expect(textOf(on(await named("newsroom", "notWorthAPage")))).toBe("Goes on to “Left out: not worth a page” when no other way fits.");
  });

  it("says what is watched for on a step's edge", async () => {
    const edge = (definition: string) =>
      `${step("get", "Get")}<boundaryEvent id="edge" attachedToRef="get">${definition}</boundaryEvent>`;
    const late = edge('<timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H30M</timeDuration></timerEventDefinition>');

    expect(textOf(on(await first(late, "edge")))).toBe("If “Get” takes longer than 1 hour 30 minutes, it goes this way.");
    expect(textOf(on(await first(edge("<errorEventDefinition />"), "edge")))).toBe("If “Get” fails, it goes this way.");
  });

  it("says which workflow is called, and that a step does nothing yet", async () => {
    const call = `<callActivity id="call"><extensionElements><zeebe:calledElement processId="digest" /></extensionElements></callActivity>`;

    expect(textOf(on(await first(call, "call")))).toBe("Runs the workflow digest and waits for its end.");
    expect(textOf(on(await first('<task id="t" />', "t")))).toBe("Does nothing yet: choose what it does.");
    expect(textOf(says({ businessObject: await drawn(start) } as unknown as CanvasElement, known))).toBe("");
  });
});

describe("the parts of a sentence", () => {
  it("leave a bracket out when one of its inputs is empty", () => {
    const fill = (name: string) => ({ part: name.toUpperCase(), given: name !== "c" });

    expect(textOf(fillPattern("Does {a}[ with {b}][ and {b} by {c}] to {c}", fill))).toBe("Does A with B to C");
  });

  it.each([
    ["PT10M", "10 minutes"],
    ["P1DT1H", "1 day 1 hour"],
    ["P2M", "2 months"],
    ["PT", undefined],
    ["=wait", undefined],
  ])("say %s as %s", (text, words) => expect(durationWords(text)).toBe(words));
});
