import { describe, expect, it } from "vitest";
import { laidOut, languageOf } from "../../src/canvas/large-editor/language.ts";
import { readText, valuePart, writeText, type TextPart } from "../../src/canvas/large-editor/text-parts.ts";

const text = (words: string): TextPart => ({ is: "text", text: words });
const nothing = () => undefined;
const labels = (parts: TextPart[] | undefined) => parts?.map((part) => (part.is === "text" ? part.text : `<${part.label}>`)).join("");

describe("a text with values in it", () => {
  it.each([
    "",
    "Sum this up.",
    '="Sum this up: " + article.text',
    '=article.title + "\\n\\n" + substring(article.text, 1, 24000)',
    '="Tags: " + string join(story.tags, ", ") + "."',
    '="Words: " + string(article.wordCount)',
    '="a + b, (not) \\"closed" + x',
    "=article.text",
    '="=" + x',
    '="A \\"quoted\\" one"',
  ])("reads %s and writes what comes to the same", (source) => {
    const parts = readText(source);
    expect(parts).toBeDefined();
    const again = writeText(parts ?? [], nothing);
    expect(writeText(readText(again) ?? [], nothing)).toBe(again);
    if (!/^="[^"]*(\\"[^"]*)*"$/.test(source)) expect(again).toBe(source);
  });

  it.each([
    "=1 + 2",
    "=a + b",
    '=if x then "a" else "b"',
    '="a" + (if x then "b" else "c")',
    '="a" + x * 2',
    '="a" + -x',
    '={a: "b"}',
    '="not closed',
    "=substring(a, 1)",
    '="a" + for x in y return x',
    '=not("a" + b)',
  ])("leaves %s an expression", (source) => {
    expect(readText(source)).toBeUndefined();
  });

  it("shows values by their names, however they become text", () => {
    const parts = readText('="By " + string join(authors, ", ") + ", " + string(year) + upper case(country)');
    expect(labels(parts)).toBe("By <authors>, <year><upper case(country)>");
  });

  it("makes text of what is known to be none, and leaves the rest alone", () => {
    const parts = [text("Words: "), valuePart("count"), text(", "), valuePart("title")];
    expect(writeText(parts, (path) => (path === "count" ? 3 : undefined))).toBe('="Words: " + string(count) + ", " + title');
  });

  it("is that value itself when there is nothing beside it", () => {
    expect(writeText([valuePart("string(count)")], nothing)).toBe("=count");
    expect(writeText([text(""), valuePart("article.text"), text("")], nothing)).toBe("=article.text");
  });

  it("stays text with two values side by side, which would be added up otherwise", () => {
    expect(writeText([valuePart("string(a)"), valuePart("string(b)")], nothing)).toBe('="" + string(a) + string(b)');
  });

  it("does not become an expression by its first sign", () => {
    expect(writeText([text("=SUM(A1)")], nothing)).toBe('="=SUM(A1)"');
  });
});

describe("the language of a large text", () => {
  it("is known by the field's name, else by how it begins", () => {
    expect(languageOf("prompt", "{}")).toBe("markdown");
    expect(languageOf("html", "")).toBe("html");
    expect(languageOf("body", ' {"a": 1}')).toBe("json");
    expect(languageOf("body", "<p>")).toBe("html");
    expect(languageOf("body", "Dear reader")).toBe("plain");
  });

  it("is put in order when it is JSON, and only then", () => {
    expect(laidOut('={"a":[1]}')).toBe('={\n  "a": [\n    1\n  ]\n}');
    expect(laidOut(laidOut('{"a":1}') ?? "")).toBeUndefined();
    expect(laidOut("={a: b}")).toBeUndefined();
    expect(laidOut("=x")).toBeUndefined();
  });
});
