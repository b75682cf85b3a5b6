import { describe, expect, it } from "vitest";
import { callAt } from "../../src/canvas/feel/call-at.ts";
import { intoExpression, intoText } from "../../src/canvas/feel/insert.ts";
import { isQuotable, quote, unquote } from "../../src/canvas/feel/literal.ts";
import { contextKeys } from "../../src/canvas/values/context-keys.ts";
import type { Json } from "../../src/api/types.ts";

/** The bar is the cursor. */
const put = (marked: string, path: string, sample?: Json) => {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, insert, cursor } = intoExpression(text, at, at, path, sample);
  const after = text.slice(0, from) + insert + text.slice(to);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
};

describe("a value put into an expression", () => {
  it.each([
    ["|", "title", "title|"],
    ['"Write about |"', "title", '"Write about " + title|'],
    ['"|, please"', "title", 'title| + ", please"'],
    ['"On | today"', "title", '"On " + title| + " today"'],
    ['"|"', "title", "title|"],
    ['"a \\" | b"', "title", '"a \\" " + title| + " b"'],
    ['"Hello" |', "name", '"Hello" + name|'],
    ["count(|)", "tags", "count(tags|)"],
    ["wordCount > |", "least", "wordCount > least|"],
    ["if |", "ok", "if ok|"],
    ["a and |", "b", "a and b|"],
    ['| "x"', "title", 'title + | "x"'],
    ["a|", "b", "a + b|"],
  ])("%s with %s becomes %s", (before, path, after) => expect(put(before, path, "text")).toBe(after));

  it("turns what is no text into text, but only among text", () => {
    expect(put('"Words: |"', "count", 5)).toBe('"Words: " + string(count)|');
    expect(put('"Tags: |"', "tags", ["a"])).toBe('"Tags: " + string join(tags, ", ")|');
    expect(put("|", "tags", ["a"])).toBe("tags|");
    expect(put('"x" + |', "n", 5)).toBe('"x" + n|');
  });
});

describe("a value put into text", () => {
  it.each([
    ["", 0, 0, "=title"],
    ["Write about ", 12, 12, '="Write about " + title'],
    ["On it today", 3, 5, '="On " + title + " today"'],
    ["!", 0, 0, '=title + "!"'],
    ['a "b"\n\\', 8, 8, '="a \\"b\\"\\n\\\\" + title'],
  ])("%j becomes an expression", (text, from, to, expected) =>
    expect(intoText(text, from, to, "title", "River")).toBe(expected),
  );
});

describe("the words of expressions", () => {
  it("quotes any text and reads it back", () => {
    for (const text of ["", "a", '"', "\\d+", "\n\r\t", "ü😀", 'a\\ "b"']) expect(unquote(quote(text))).toBe(text);
    for (const literal of ['"\\\\"', '"\\b"', '"\\\\n"']) expect(unquote(literal)).toBeUndefined();
    for (const text of ["\\", "\\n", '\\"', "\\\n"]) expect(isQuotable(text)).toBe(false);
  });

  it("knows the call around the cursor", () => {
    const known = new Set(["contains", "list contains", "count", "string join"]);
    const at = (marked: string) => callAt(marked.replace("|", ""), marked.indexOf("|"), known);
    expect(at("list contains(tags, |)")).toEqual({ name: "list contains", argument: 1 });
    expect(at("if count(|tags) > 1")).toEqual({ name: "count", argument: 0 });
    expect(at('string join([1, 2], ",|")')).toEqual({ name: "string join", argument: 1 });
    expect(at("contains(a, (b|)")).toEqual({ name: "contains", argument: 1 });
    expect(at("count(a)|")).toBeUndefined();
    expect(at("unknown(|")).toBeUndefined();
  });

  it("knows the names that a context gives values to", () => {
    expect(contextKeys('={feed: request.body.feed, "limit": {a: 1, b: 2}, tags: [x, y]}')).toEqual(["feed", "limit", "tags"]);
    expect(contextKeys('=if request.body.feed != "" then {feed: request.body.feed} else "feed: missing"')).toEqual(["feed"]);
    expect(contextKeys("=request.body")).toEqual([]);
  });
});
