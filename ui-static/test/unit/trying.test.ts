import { describe, expect, it } from "vitest";
import { Examples } from "../../src/canvas/data/examples.ts";
import { names } from "../../src/canvas/data/step-values.ts";
import { effectWords } from "../../src/pages/designer/trial/effect-words.ts";

const place = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
};
const example = (at: string) => ({ values: { feed: "f" }, variables: { entries: [1] }, at });

describe("examples of steps", () => {
  it("are kept for their workflow, the oldest first", () => {
    const there = place();
    const first = new Examples(there, "desk");
    first.keep("b", example("2026-11-23T11:00:00Z"));
    first.keep("a", example("2026-11-23T10:00:00Z"));

    expect(new Examples(there, "desk").all.map(([element]) => element)).toEqual(["a", "b"]);
    expect(new Examples(there, "other").all).toEqual([]);
  });

  it("leave nothing behind when the last one goes", () => {
    const there = place();
    const all = new Examples(there, "desk");
    all.keep("a", example("2026-11-23T10:00:00Z"));
    all.drop("a");

    expect(there.kept.size).toBe(0);
  });

  it("are in use but not stored when they are large", () => {
    const there = place();
    const all = new Examples(there, "desk");
    all.keep("a", { ...example("2026-11-23T10:00:00Z"), variables: { text: "x".repeat(600_000) } });

    expect(all.get("a")).toBeDefined();
    expect(there.kept.size).toBe(0);
  });

  it.each(["{", "[]", '{"a": 1}', '{"a": {"at": "x", "values": [], "variables": {}}}', "null"])(
    "are none when %s is stored",
    (text) => {
      const there = place();
      there.kept.set("wireroom.examples.desk", text);

      expect(new Examples(there, "desk").all).toEqual([]);
    },
  );
});

describe("what an expression names", () => {
  it.each([
    ['"On " + title', "title", true],
    ["entry.link", "entry", true],
    ["entry.link", "link", false],
    ["subtitle", "title", false],
    ["count(tags)", "tags", true],
    ["a+b", "b", true],
    ["x", "(", false],
  ])("%s has %s: %s", (expression, name, expected) => expect(names(expression, name)).toBe(expected));
});

describe("what a call changes", () => {
  it.each([
    [{ kind: "repeatable", method: "PUBLISH", target: "/site/one", confirm: "" }, "This will really publish the page /site/one."],
    [{ kind: "once", method: "POST", target: "https://x.org/a", confirm: "" }, "This will really send the data to https://x.org/a (POST). Each further try does it again."],
    [{ kind: "repeatable", method: "DELETE", target: "https://x.org/a", confirm: "" }, "This will really delete what is at https://x.org/a (DELETE)."],
    [{ kind: "once", confirm: "ONCE" }, "This may really change something outside. Each further try does it again."],
    [{ kind: "repeatable", method: "SEND", target: "#desk", confirm: "" }, "This may really change something outside: SEND #desk."],
  ] as const)("is said in words", (asks, words) => expect(effectWords(asks).says).toBe(words));
});
