import { describe, expect, it } from "vitest";
import type { Step } from "../../src/api/types.ts";
import { marksOf } from "../../src/run/marks.ts";
import { currently } from "../../src/run/currently.ts";
import { reduce, unknownRun } from "../../src/run/run-state.ts";
import { stepRows } from "../../src/run/step-tree.ts";
import { aStep, details } from "./given.ts";

const stateOf = (steps: Step[], run = {}) =>
  reduce(unknownRun, { kind: "details", details: details(steps, run) });

const loop = [
  aStep("10", { elementId: "each", name: "For each", type: "multiInstanceBody" }),
  aStep("11", { elementId: "each", type: "subProcess", parentId: "10", status: "completed" }),
  aStep("12", { elementId: "each", type: "subProcess", parentId: "10", status: "completed" }),
  aStep("13", { elementId: "each", type: "subProcess", parentId: "10" }),
  aStep("14", { elementId: "get", parentId: "11", status: "completed" }),
  aStep("15", { elementId: "get", parentId: "12", status: "completed" }),
  aStep("16", { elementId: "get", name: "Get it", parentId: "13" }),
];

describe("marks on the diagram", () => {
  it("counts the finished items of a loop", () => {
    const mark = marksOf(stateOf(loop)).get("each");

    expect(mark).toMatchObject({ status: "running", loop: { done: 2, total: 3 } });
  });

  it("shows what is most urgent among the passes of a step, and opens that pass", () => {
    const failing = loop.map((one) => (one.id === "15" ? { ...one, status: "failed" as const } : one));

    expect(marksOf(stateOf(failing)).get("get")).toMatchObject({
      status: "failed",
      passes: 3,
      latest: { id: "15" },
    });
  });

  it("shows a failed item on its loop", () => {
    const failing = loop.map((one) => (one.id === "13" ? { ...one, status: "failed" as const } : one));

    expect(marksOf(stateOf(failing)).get("each")?.status).toBe("failed");
  });

  it("says done when every pass is done", () => {
    const done = loop.map((one) => ({ ...one, status: "completed" as const }));

    expect(marksOf(stateOf(done)).get("each")).toMatchObject({
      status: "completed",
      loop: { done: 3, total: 3 },
    });
  });

  it("takes a handled error for an end, quieter than what is done", () => {
    const caught = loop.map((one) => ({
      ...one,
      status: one.id === "15" ? ("handled" as const) : ("completed" as const),
    }));

    expect(marksOf(stateOf(caught)).get("get")).toMatchObject({ status: "completed", left: 3 });
    expect(
      marksOf(stateOf([aStep("15", { elementId: "get", status: "handled" })])).get("get")?.status,
    ).toBe("handled");
  });

  it("leaves no step running in a cancelled run", () => {
    expect(marksOf(stateOf(loop, { status: "cancelled" })).get("get")?.status).toBe("cancelled");
  });

  it("ignores the process itself", () => {
    const process = aStep("1", { elementId: "newsroom", type: "process" });

    expect(marksOf(stateOf([process])).size).toBe(0);
  });
});

describe("what a run is doing, in words", () => {
  it("names the steps under way, without the groups around them", () => {
    expect(currently(stateOf(loop))).toBe("at Get it");
  });

  it("names what it waits for", () => {
    const waiting = [aStep("2", { name: "Approve", type: "userTask", status: "waiting" })];

    expect(currently(stateOf(waiting, { status: "waiting" }))).toBe("waiting: Approve");
  });
});

describe("the rows of the steps table", () => {
  it("puts every step after what it is inside of", () => {
    const rows = stepRows(loop, new Set());

    expect(rows.map(({ step, name, depth }) => [step.id, name, depth])).toEqual([
      ["10", "For each", 0],
      ["11", "Item 1", 1],
      ["14", "Read the feed", 2],
      ["12", "Item 2", 1],
      ["15", "Read the feed", 2],
      ["13", "Item 3", 1],
      ["16", "Get it", 2],
    ]);
  });

  it("folds finished items of a long loop until a person unfolds them", () => {
    const long = [...loop, aStep("17", { elementId: "each", type: "subProcess", parentId: "10" })];

    expect(stepRows(long, new Set()).map(({ step }) => step.id)).not.toContain("14");
    expect(stepRows(long, new Set(["11"])).map(({ step }) => step.id)).toContain("14");
  });

  it("shows a step whose surroundings are not known", () => {
    expect(stepRows([aStep("2", { parentId: "gone" })], new Set())).toHaveLength(1);
  });
});
