import { describe, expect, it } from "vitest";
import { comparisonsFor, withPath } from "../../src/canvas/sentences/fitting.ts";
import { readSentence } from "../../src/canvas/sentences/read-sentence.ts";
import { words, type Comparison, type Operand, type Sentence } from "../../src/canvas/sentences/sentence.ts";
import { comparesWith } from "../../src/canvas/sentences/sentence.ts";
import { writeSentence } from "../../src/canvas/sentences/write-sentence.ts";

describe("a condition as a sentence", () => {
  it.each([
    '=list contains(tags, "sport")',
    '=not(list contains(tags, "sport"))',
    '=contains(article.title, "a \\"storm\\"\\n")',
    '=not(contains(title, ", and "))',
    '=starts with(title, "(")',
    '=ends with(title, ")")',
    "=article.wordCount >= 80",
    "=a < -1.5 and b > 2 and c <= 3",
    '=country = "FR" or country = "DE"',
    "=story.publishable = true",
    "=story.publishable = false or reason != null",
    "=reason = null",
    '=`odd name`.x != ""',
    "=entries[1].title = entries[-1].title",
    '=größe = "groß"',
    "=order = android",
    '=starts with(path, "C:\\dir")',
  ])("reads %s and writes the same", (feel) => {
    const sentence = readSentence(feel);
    expect(sentence).toBeDefined();
    expect(sentence && writeSentence(sentence)).toBe(feel);
  });

  it("writes what it reads in any layout", () => {
    const read = readSentence('= ( list  contains( tags ,"sport" ) )\n  and( wordCount>80 )');
    expect(read).toEqual({
      join: "and",
      clauses: [
        { path: "tags", comparison: "hasItem", operand: { is: "text", text: "sport" } },
        { path: "wordCount", comparison: "above", operand: { is: "number", text: "80" } },
      ],
    });
  });

  it.each([
    "",
    "=",
    "=true",
    "=publishable",
    "=a = 1 and b = 2 or c = 3",
    "=(a = 1 or b = 2) and c = 3",
    "=count(tags) > 2",
    "=a + 1 > 2",
    "=a > 1 + 1",
    "=a = 1 // why",
    "=get or else(story.publishable, true)",
    '=a = "\\\\"',
    '=a = "\\b"',
    "=not(a = 1)",
    "=not(starts with(a, \"b\"))",
    "=a != true",
    "=a > null",
    "=if a then b else c",
    '=list contains(tags, lower case("A"))',
    "=a = 1 and",
    "=a between 1 and 2",
    "=a[item > 1] = 2",
    "=a in (1, 2)",
    "=null = null",
  ])("leaves %s an expression", (feel) => expect(readSentence(feel)).toBeUndefined());

  it("reads back each sentence that it writes", () => {
    const texts = ["", "sport", 'say "no"', "back\\slash", "two\nlines\tand more", "=x", "and or not(", "ü€😀"];
    const operands: Operand[] = [
      ...texts.map((text): Operand => ({ is: "text", text })),
      ...["0", "-3", "12.50"].map((text): Operand => ({ is: "number", text })),
      { is: "value", text: "other.list[2].`a b`" },
    ];
    for (const comparison of Object.keys(words) as Comparison[]) {
      for (const operand of operands) {
        const clause = comparesWith(comparison) ? { path: "a.b", comparison, operand } : { path: "a.b", comparison };
        for (const join of ["and", "or"] as const) {
          const sentence: Sentence = { join, clauses: [clause, { path: "c", comparison: "there" }, clause] };
          expect(readSentence(writeSentence(sentence) ?? "")).toEqual(sentence);
        }
      }
    }
  });

  it.each([
    [{ path: "", comparison: "is", operand: { is: "text", text: "x" } }],
    [{ path: "true", comparison: "is", operand: { is: "text", text: "x" } }],
    [{ path: "a b", comparison: "there" }],
    [{ path: "a", comparison: "is" }],
    [{ path: "a", comparison: "above", operand: { is: "number", text: "many" } }],
    [{ path: "a", comparison: "is", operand: { is: "value", text: "" } }],
    [{ path: "a", comparison: "is", operand: { is: "text", text: "ends with \\" } }],
  ] as [Sentence["clauses"][number]][])("is not written while something is missing: %j", (clause) =>
    expect(writeSentence({ join: "and", clauses: [clause] })).toBeUndefined(),
  );

  it("offers the comparisons that make sense for a value", () => {
    expect(comparisonsFor(["a"], "hasItem")).toEqual(["hasItem", "hasNoItem", "there", "notThere"]);
    expect(comparisonsFor(5, "startsWith").at(-1)).toBe("startsWith");
    expect(withPath({ path: "", comparison: "is" }, "tags", ["sport"]).comparison).toBe("hasItem");
    expect(withPath({ path: "", comparison: "is" }, "ok", true)).toEqual({ path: "ok", comparison: "yes" });
  });
});
