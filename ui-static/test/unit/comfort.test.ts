import { BpmnModdle } from "bpmn-moddle";
import { describe, expect, it } from "vitest";
import { neighbour } from "../../src/canvas/comfort/walk.ts";
import { shownColours } from "../../src/canvas/colours/shown.ts";
import { where } from "../../src/canvas/find/index.ts";
import { textsOf } from "../../src/canvas/find/texts.ts";
import type { CanvasElement, ModdleObject } from "../../src/canvas/model.ts";
import { widelyKnown } from "../../src/canvas/picture/styles.ts";
import { grip } from "../../src/canvas/pinch/index.ts";

const moddle = new BpmnModdle();
const object = (type: string, attributes: object = {}) =>
  moddle.create(type, attributes) as ModdleObject;

describe("finding on the drawing", () => {
  it("reads conditions and notes, not names, ids and neighbours", () => {
    const condition = object("bpmn:FormalExpression", { body: "=tags contains sport" });
    const flow = object("bpmn:SequenceFlow", { id: "f1", name: "yes", conditionExpression: condition });

    expect(textsOf(flow)).toEqual(["=tags contains sport"]);
  });

  it("cuts long texts around what was found", () => {
    const long = "x".repeat(200);
    const shown = where([[{ value: "no" }], [{ value: long }, { value: "wire", match: true }, { value: long }]]);

    expect(shown?.map(({ value }) => value)).toEqual([`…${"x".repeat(28)}`, "wire", `${"x".repeat(28)}…`]);
    expect(where([[{ value: "nothing" }]])).toBeUndefined();
  });
});

describe("walking through the steps by keys", () => {
  const step = (id: string, x: number, y = 0) =>
    ({ id, x, y, businessObject: object("bpmn:Task", { id }) }) as unknown as CanvasElement;
  const steps = [step("b", 10), step("c", 10, 5), step("a", 0)];
  const after = (id: string | undefined, by: 1 | -1) =>
    neighbour(steps, steps.find((one) => one.id === id), by)?.id;

  it("goes from left to right and round", () => {
    expect([after(undefined, 1), after("a", 1), after("b", 1), after("c", 1)]).toEqual(["a", "b", "c", "a"]);
    expect([after(undefined, -1), after("a", -1)]).toEqual(["c", "c"]);
  });
});

describe("colours", () => {
  const di = (values: Record<string, unknown>) => ({ get: (name: string) => values[name] }) as unknown as ModdleObject;

  it("are mixed into the theme", () => {
    const shown = shownColours(di({ "color:border-color": "#17706c", "color:background-color": "#dcefed" }));

    expect(shown.stroke).toContain("#17706c");
    expect(shown.fill).toContain("var(--raised)");
  });

  it("are figures and nothing else", () => {
    for (const value of ["red", "url(#x)", "#fff", "#123456; fill: x", 3, undefined]) {
      expect(shownColours(di({ "bioc:stroke": value, "bioc:fill": value }))).toEqual({});
    }
  });

  it("are written for every program in pictures", () => {
    expect(widelyKnown("color(srgb 0.5 0 1)")).toBe("rgb(128, 0, 255)");
    expect(widelyKnown("color(srgb 0.5 0 1 / 0.4)")).toBe("rgba(128, 0, 255, 0.4)");
    expect(widelyKnown("rgb(1, 2, 3)")).toBe("rgb(1, 2, 3)");
  });
});

describe("two fingers", () => {
  it("have a middle and a distance", () => {
    expect(grip([{ x: 0, y: 0 }, { x: 6, y: 8 }])).toEqual({ x: 3, y: 4, spread: 10 });
    expect(grip([{ x: 5, y: 5 }])).toEqual({ x: 5, y: 5, spread: 0 });
  });
});
