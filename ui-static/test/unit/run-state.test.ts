import { describe, expect, it } from "vitest";
import { hasEnded, reduce, stepsInOrder, unknownRun, type RunNews } from "../../src/run/run-state.ts";
import { aRun, aStep, details } from "./given.ts";

const after = (...news: RunNews[]) => news.reduce(reduce, unknownRun);
const step = (id: string, seq: number, rest = {}): RunNews => ({
  kind: "step",
  seq,
  step: { runKey: "1", ...aStep(id, rest) },
});

describe("run state", () => {
  it("keeps the newest of two messages, whatever their order", () => {
    const state = after(step("2", 9, { status: "completed" }), step("2", 8));

    expect(state.steps.get("2")?.status).toBe("completed");
  });

  it("takes a message that was sent twice without a change", () => {
    const once = after(step("2", 9));

    expect(reduce(once, step("2", 9))).toEqual(once);
  });

  it("keeps the values of a read when an event without values follows", () => {
    const read = details([aStep("2", { input: { url: "x" } })]);

    const state = after({ kind: "details", details: read }, step("2", 3, { status: "completed" }));

    expect(state.steps.get("2")).toMatchObject({ status: "completed", input: { url: "x" } });
  });

  it("does not let a late read reopen a step that an event has ended", () => {
    const late = details([aStep("2", { output: { a: 1 } })]);

    const state = after(step("2", 3, { status: "completed" }), { kind: "details", details: late });

    expect(state.steps.get("2")).toMatchObject({ status: "completed", output: { a: 1 } });
  });

  it("does not let a late read reopen a run that has ended", () => {
    const state = after(
      { kind: "run", seq: 4, run: aRun({ status: "completed" }) },
      { kind: "details", details: details([]) },
    );

    expect(state.run?.status).toBe("completed");
    expect(hasEnded(state.run)).toBe(true);
  });

  it("takes a stream's opening message, which has no number", () => {
    const state = after(
      { kind: "run", seq: 7, run: aRun() },
      { kind: "run", seq: undefined, run: aRun({ status: "waiting" }) },
    );

    expect(state.run?.status).toBe("waiting");
    expect(reduce(state, { kind: "run", seq: 6, run: aRun() }).run?.status).toBe("waiting");
  });

  it("orders steps by their beginning, then by key as a number", () => {
    const state = after(
      step("100", 1),
      step("99", 1),
      step("5", 1, { startedAt: "2026-11-23T10:00:01.000Z" }),
    );

    expect(stepsInOrder(state).map(({ id }) => id)).toEqual(["99", "100", "5"]);
  });
});
