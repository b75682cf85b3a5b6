import { describe, expect, it } from "vitest";
import { briefly, knownValues } from "../../src/canvas/data/known-values.ts";
import { namedIn, shown, valuesAt, type Place } from "../../src/canvas/data/step-values.ts";
import type { Variables } from "../../src/api/types.ts";
import { aStep, details } from "./given.ts";

const place = (rest: Partial<Place> = {}): Place => ({
  element: "write",
  before: new Set(["start", "read"]),
  around: [],
  writers: new Map(),
  mapped: new Set(),
  own: [],
  ...rest,
});
const run = (variables: Variables, steps = [aStep("1", { elementId: "read" })]) => ({ ...details(steps), variables });
const writers = (all: Record<string, string[]>) => new Map(Object.entries(all).map(([name, who]) => [name, new Set(who)]));

describe("the values at a step", () => {
  it("are what came from outside and what steps before it wrote", () => {
    const values = valuesAt(
      run({ feed: "f", entries: [1], page: "later", wireroomEvent: "e" }),
      place({ writers: writers({ entries: ["read"], page: ["publish"] }) }),
    );

    expect(values).toEqual({ feed: "f", entries: [1] });
  });

  it("are those that it saw, not those that a later step put in their place", () => {
    const steps = [
      aStep("1", { elementId: "read", output: { title: "first" } }),
      aStep("2", { elementId: "publish", output: { title: "last" } }),
    ];

    const values = valuesAt(run({ title: "last" }, steps), place({ writers: writers({ title: ["read", "publish"] }) }));

    expect(values).toEqual({ title: "first" });
  });

  it("leave out what a mapping keeps inside of a step", () => {
    const steps = [aStep("1", { elementId: "read", output: { raw: 1 } })];

    expect(valuesAt(run({}, steps), place({ mapped: new Set(["read"]) }))).toEqual({});
  });

  it("are those of one pass inside of a loop, with its item", () => {
    const steps = [
      aStep("1", { elementId: "each", type: "multiInstanceBody" }),
      aStep("2", { elementId: "each", parentId: "1", input: { entry: { id: 1 } } }),
      aStep("3", { elementId: "get", parentId: "2", output: { article: "one" } }),
      aStep("4", { elementId: "each", parentId: "1", input: { entry: { id: 2 }, story: "later" } }),
      aStep("5", { elementId: "get", parentId: "4", output: { article: "two" } }),
    ];

    const values = valuesAt(
      run({ entries: [1, 2] }, steps),
      place({
        before: new Set(["start", "read", "get", "each"]),
        around: ["each"],
        writers: writers({ entry: ["each"], article: ["get"], story: ["write"] }),
      }),
    );

    expect(values).toEqual({ entries: [1, 2], entry: { id: 2 }, article: "two" });
  });

  it("have the item of the step's own loop", () => {
    const steps = [
      aStep("1", { elementId: "write", type: "multiInstanceBody" }),
      aStep("2", { elementId: "write", parentId: "1", input: { item: "a", prompt: "own" } }),
    ];

    const values = valuesAt(run({}, steps), place({ own: ["item", "loopCounter"], writers: writers({ item: ["write"] }) }));

    expect(values).toEqual({ item: "a" });
  });

  it("show the beginning of what is kept as a document", () => {
    expect(shown({ a: [{ $document: "d1", preview: "It begins" }], b: { c: { $document: "d2" } } })).toEqual({
      a: ["It begins"],
      b: { c: { $document: "d2" } },
    });
  });

  it("travel only when an expression names them", () => {
    expect(namedIn("count(tags) + n", { tags: [1], title: "x", n: 2 })).toEqual({ tags: [1], n: 2 });
  });
});

describe("the values to choose from", () => {
  it("have their parts by path, then what only the drawing knows", () => {
    const known = knownValues(
      [
        { name: "title", entries: [] },
        { name: "story", type: "Context", entries: [{ name: "tags", isList: true, entries: [] }] },
        { name: "items", isList: true, entries: [{ name: "link", entries: [] }] },
      ],
      { title: "River", entries: [{ id: 7 }, { id: 8 }], "odd name": 1 },
    );

    expect(known.map(({ path, sample }) => [path, sample])).toEqual([
      ["`odd name`", 1],
      ["entries", [{ id: 7 }, { id: 8 }]],
      ["entries[1]", { id: 7 }],
      ["entries[1].id", 7],
      ["title", "River"],
      ["story", undefined],
      ["story.tags", undefined],
      ["items", undefined],
      ["items[1].link", undefined],
    ]);
  });

  it("say in a few words what they were", () => {
    expect([undefined, null, "", "a\n b", ["x", "y"], [1], [{}, {}], { a: 1, b: 2 }, true, 4].map(briefly)).toEqual([
      "no value yet",
      "nothing",
      "empty text",
      "“a b”",
      "x, y",
      "1 item",
      "2 items",
      "a, b",
      "yes",
      "4",
    ]);
  });
});
