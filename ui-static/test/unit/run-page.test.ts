import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/api/repair.ts";
import { againOf, missing, realSteps } from "../../src/pages/run/again/plan.ts";
import { folded } from "../../src/pages/compare/step-differences.tsx";
import { groupsFor, scopeFor, stoppable } from "../../src/pages/run/repair/jump.ts";
import { costWords } from "../../src/run/costs.ts";
import { childPath, search, valueAt } from "../../src/run/paths.ts";
import { itemsOf, placesOf, placeWords } from "../../src/run/places.ts";
import { reduce, unknownRun } from "../../src/run/run-state.ts";
import { density, panned, ticks, zoomed } from "../../src/run/time-window.ts";
import { editable, typed } from "../../src/run/typed.ts";
import { waitsOf } from "../../src/run/waits.ts";
import { aStep, details } from "./given.ts";

const whole = { from: 0, to: 10_000 };

describe("the time that is shown", () => {
  it("is never outside of the run, and is the whole again when nothing more can be shown", () => {
    expect(zoomed(whole, whole, 0.5)).toEqual({ from: 2_500, to: 7_500 });
    expect(zoomed({ from: 0, to: 1_000 }, whole, 2, 0)).toEqual({ from: 0, to: 2_000 });
    expect(zoomed({ from: 0, to: 6_000 }, whole, 2)).toBeUndefined();
    expect(panned({ from: 8_000, to: 10_000 }, whole, 0.5)).toEqual({ from: 8_000, to: 10_000 });
    expect(panned({ from: 0, to: 2_000 }, whole, -1)).toEqual({ from: 0, to: 2_000 });
  });

  it("has round marks, from milliseconds to weeks", () => {
    const labels = (to: number) => ticks({ from: 0, to }, 0).map(({ label }) => label);

    expect(labels(40)).toEqual(["0", "10 ms", "20 ms", "30 ms", "40 ms"]);
    expect(labels(100_000)).toEqual(["0", "30 s", "1 min", "1 min 30 s"]);
    expect(labels(20 * 86_400_000).at(-1)).toBe("20 d");
    expect(labels(400 * 86_400_000).length).toBeLessThan(8);
  });

  it("counts what is under way in each part of it, the failed among them", () => {
    const at = (ms: number) => new Date(ms).toISOString();
    const steps = [
      aStep("1", { startedAt: at(0), endedAt: at(4_999), status: "completed" }),
      aStep("2", { startedAt: at(2_600), endedAt: null, status: "failed" }),
    ];

    expect(density(steps, whole, 4, 10_000)).toEqual({ all: [1, 2, 1, 1], failed: [0, 1, 1, 1] });
  });
});

describe("a path into a value", () => {
  it("is written as expressions write it", () => {
    expect(childPath("", "feed", false)).toBe("feed");
    expect(childPath("entries", "0", true)).toBe("entries[1]");
    expect(childPath("a", "with space", false)).toBe("a.`with space`");
  });

  it("leads to its value, and nowhere when it is more than a path", () => {
    const values = { feed: { items: [{ "the link": "a" }, { "the link": "b" }] } };

    expect(valueAt(values, "feed.items[2].`the link`")).toBe("b");
    expect(valueAt(values, "feed.items[3]")).toBeUndefined();
    expect(valueAt(values, "feed.constructor")).toBeUndefined();
    expect(valueAt(values, "feed.items[1] = null")).toBeUndefined();
  });

  it("is found by names and by values, and stops where nobody reads on", () => {
    const value = { list: [{ Title: "One" }, { title: "Two" }], none: null };

    expect(search(value, "TITLE").found.map(({ path }) => path)).toEqual(["list[1].Title", "list[2].title"]);
    expect(search(value, "two").found).toEqual([{ path: "list[2].title", value: "Two" }]);
    expect(search(Array.from({ length: 300 }, () => "x"), "x", 10)).toMatchObject({ more: true });
  });
});

describe("a value that somebody changes", () => {
  it.each([
    ["12", "number", "12.5", 12.5],
    [12, "number", "many", undefined],
    [12, "number", "", undefined],
    ["12", "text", "13", "13"],
    [[1], "list", "{}", undefined],
    [{ a: 1 }, "group", '{"a": 2}', { a: 2 }],
    [true, "yes or no", "false", false],
    [null, "any", '"now a text"', "now a text"],
    [[1], "list", "[1,", undefined],
  ])("%j of the kind %s takes %s as %j", (before, _kind, text, after) => {
    const kind = typeof before === "string" && _kind === "number" ? "number" : editable("it", before).kind;
    const read = typed({ kind, text });

    expect(read.ok ? read.value : undefined).toEqual(after);
  });
});

const loop = [
  aStep("10", { elementId: "each", name: "For each", type: "multiInstanceBody" }),
  aStep("11", { elementId: "each", type: "subProcess", parentId: "10", status: "completed" }),
  aStep("13", { elementId: "each", type: "subProcess", parentId: "10", status: "failed" }),
  aStep("14", { elementId: "get", parentId: "11", status: "completed" }),
  aStep("15", { elementId: "get", parentId: "13", status: "failed" }),
];
const state = reduce(unknownRun, { kind: "details", details: details(loop) });
const named = loop.map((step) => ({ step, words: step.id }));

describe("a step inside of a loop", () => {
  it("knows its item, also where the engine does not say it", () => {
    const items = itemsOf(loop, state.steps);
    const step = state.steps.get("15");

    expect(step && placeWords(placesOf(step, state.steps, items))).toBe("item 2 of 2");
  });

  it("comes before its groups among what can be stopped, and its own group is where another begins", () => {
    expect(stoppable(named).map(({ words }) => words)).toEqual(["15", "13"]);
    const groups = groupsFor({ id: "publish", name: "", type: "serviceTask", inside: "each" }, named);

    expect(groups.map(({ words }) => words)).toEqual(["13"]);
    expect(scopeFor(groups, new Set(["15"]), named)?.words).toBe("13");
    expect(groupsFor({ id: "first", name: "", type: "serviceTask", inside: undefined }, named)).toEqual([]);
  });
});

describe("running again", () => {
  const plan = { from: loop[4], version: "same" as const, what: "nothing" as const, elementId: "", values: {}, model: "" };

  it("sends what was chosen and nothing else", () => {
    expect(againOf(plan)).toEqual({ from: { stepId: "15" }, version: "same" });
    expect(againOf({ ...plan, from: undefined, what: "model", elementId: "ask", model: "other" })).toEqual({
      from: null,
      version: "same",
      change: { models: { ask: "other" } },
    });
  });

  it("waits until the change is there", () => {
    expect(missing(plan)).toBeUndefined();
    expect(missing({ ...plan, what: "values" })).toBe("Change one of the values.");
    expect(missing({ ...plan, what: "inputs", values: { url: "x" } })).toBeUndefined();
  });

  it("warns of the steps from the chosen one on, those that changed something outside among them", () => {
    const at = (second: number) => `2026-11-23T10:00:0${second}.000Z`;
    const steps = [
      aStep("1", { name: "Read", connector: "a", status: "completed", startedAt: at(1) }),
      aStep("2", { name: "Write", elementId: "w", connector: "b", status: "completed", startedAt: at(2) }),
      aStep("3", { name: "Send", elementId: "s", connector: "c", status: "completed", startedAt: at(3) }),
    ];
    const effects = [{ elementId: "s" }] as Effect[];

    expect(realSteps(steps, effects, steps[1])).toEqual([
      { name: "Write", outside: false },
      { name: "Send", outside: true },
    ]);
    expect(realSteps(steps, [], undefined)).toHaveLength(3);
  });
});

describe("what a run waits for", () => {
  it("begins with what is broken, then with what asks a person", () => {
    const wait = (kind: "timer" | "person", name: string) => ({ kind, name, stepId: name, elementId: name, text: "for it" });
    const waiting = { ...details([...loop.slice(0, 4), { ...(loop[4] ?? aStep("15")), error: { message: "Broken\nmore", incidentKey: "9" } }]), waiting: [wait("timer", "T"), wait("person", "P")] };
    const waits = waitsOf(reduce(unknownRun, { kind: "details", details: waiting }), [], 0);

    expect(waits.map(({ kind, text }) => [kind, text])).toEqual([
      ["incident", "Broken"],
      ["person", "for it"],
      ["timer", "for it"],
    ]);
  });

  it("says in plain words why the next try is later", () => {
    const message = "the model headline-writer is saturated, so the step waits and keeps its tries";
    const backoff = { kind: "backoff" as const, name: "Write", stepId: "1", elementId: "w", text: "", message, until: "1970-01-01T00:01:00Z" };
    const waiting = { ...details([], { status: "waiting" }), waiting: [backoff] };

    const [wait] = waitsOf(reduce(unknownRun, { kind: "details", details: waiting }), [], 0);

    expect(wait?.text).toMatch(/^the next try is at .*, in .*; the model headline-writer is saturated, so the step waits/);
  });

  it("is not told any more once the run has ended", () => {
    const ended = reduce(unknownRun, {
      kind: "run",
      seq: 5,
      run: { ...details([], { status: "completed" }) },
    });
    const stale = { ...details([], { status: "waiting" }), waiting: [{ kind: "timer" as const, name: "T", stepId: "1", elementId: "t", text: "for it" }] };

    expect(waitsOf(reduce(ended, { kind: "details", details: stale }), [], 0)).toMatchObject([{ kind: "over" }]);
  });
});

it("folds neighbours that are the same in a comparison", () => {
  const step = (state: "same" | "changed") => ({ elementId: "a", name: "A", changes: [], state });

  expect(folded([step("same"), step("same"), step("changed"), step("same")]).map((line) => line.length)).toEqual([2, 1, 1]);
});

it("writes money with as many digits as say something", () => {
  expect([0, 0.84, 12, 0.0031, 0.000042].map(costWords)).toEqual(["$0", "$0.84", "$12.00", "$0.0031", "$0.000042"]);
});
