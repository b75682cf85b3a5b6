import { describe, expect, it } from "vitest";
import type { Step } from "../../src/api/types.ts";
import { glancesOf } from "../../src/run/at-a-glance.ts";
import { reduce, unknownRun } from "../../src/run/run-state.ts";
import { aStep, details } from "./given.ts";

const done = (id: string, ms: number, rest: Partial<Step> = {}) =>
  aStep(id, {
    status: "completed",
    endedAt: new Date(Date.parse("2026-11-23T10:00:00.000Z") + ms).toISOString(),
    ...rest,
  });
const glance = (steps: Step[], element = "readFeed") =>
  glancesOf(reduce(unknownRun, { kind: "details", details: details(steps) })).get(element);

describe("a step at a glance", () => {
  it("is how long it took and the value that it gave", () => {
    const found = glance([done("1", 1_230, { output: { entries: [1, 2] } })]);

    expect(found?.words).toBe("1.2 s");
    expect(found?.value).toBe("2 items");
    expect(found?.title).toBe("Done · 1.2 s · 2 items");
  });

  it("names a group of values by its title, several values by their names", () => {
    expect(glance([done("1", 1, { output: { story: { tags: [], headline: "River rises" } } })])?.value).toBe("“River rises”");
    expect(glance([done("1", 1, { output: { a: 1, b: 2 } })])?.value).toBe("a, b");
  });

  it("is the average of several passes, and the sum of their costs", () => {
    const answer = (cost: number) => ({ answer: { text: "x", usage: {}, cost } });

    const found = glance([done("1", 1_000, { output: answer(0.001) }), done("2", 3_000, { output: answer(0.002) })]);

    expect(found?.words).toBe("2× · 2.0 s each · $0.0030");
  });

  it("takes no number that is only called a cost for one", () => {
    expect(glance([done("1", 1_000, { output: { order: { cost: 12 } } })])?.words).toBe("1.0 s");
  });

  it("is a loop as a whole", () => {
    const loop = [
      done("1", 4_000, { elementId: "each", type: "multiInstanceBody" }),
      done("2", 1_000, { elementId: "each", type: "subProcess", parentId: "1" }),
      done("3", 1_000, { elementId: "each", type: "subProcess", parentId: "1" }),
    ];

    expect(glance(loop, "each")?.words).toBe("2 of 2 · 4.0 s");
  });

  it("is why it failed", () => {
    const failed = aStep("1", { status: "failed", error: { message: "No answer" }, output: { a: 1 } });

    expect(glance([failed])).toMatchObject({ words: "", value: "No answer", title: "Needs repair · No answer" });
  });

  it("has no time where nothing takes any", () => {
    expect(glance([done("1", 2, { type: "exclusiveGateway" })])?.words).toBe("");
  });
});
