import { describe, expect, it } from "vitest";
import type { Workflow } from "../../src/api/types.ts";
import { textOf } from "../../src/pages/workflows/import/read-file.ts";
import { newestDrafts } from "../../src/pages/workflows/newest-drafts.ts";
import { freeId } from "../../src/pages/workflows/renamed.ts";
import { inOrder, missingModels, type TemplateFacts } from "../../src/pages/workflows/templates/facts.ts";
import { exampleText } from "../../src/pages/workflows/templates/try-it.ts";

const workflow = (id: string, draftedAt?: string, version?: number): Workflow => ({
  id,
  name: id,
  status: version === undefined ? "draft" : "published",
  version: version ?? null,
  draft: draftedAt === undefined ? null : { updatedAt: draftedAt },
  triggers: [],
  runs: { today: 0, failed: 0 },
  updatedAt: "2026-11-30T08:00:00Z",
});

const template = (name: string, ...models: string[]): TemplateFacts => ({
  id: name,
  name,
  summary: "",
  xml: "",
  picture: { viewBox: "0 0 1 1", shapes: [], arrows: [] },
  starts: [],
  people: [],
  models: models.map((alias) => ({ alias, note: "" })),
});

describe("recent drafts", () => {
  it("are the person's own, the last edited first, four at most", () => {
    const all = [
      workflow("published", undefined, 2),
      ...["01", "05", "03", "02", "04"].map((day) => workflow(`of-${day}`, `2026-11-${day}T08:00:00Z`)),
    ];
    expect(newestDrafts(all).map(({ id }) => id)).toEqual(["of-05", "of-04", "of-03", "of-02"]);
    expect(newestDrafts([workflow("both", "2026-11-01T08:00:00Z", 3)])[0]?.version).toBe(3);
  });
});

describe("a free id", () => {
  it("is the wanted one, or the first number that nobody has", () => {
    const taken = (id: string) => ["digest", "digest-2"].includes(id);
    expect(freeId("news", taken)).toBe("news");
    expect(freeId("digest", taken)).toBe("digest-3");
  });
});

describe("templates", () => {
  it("that lack a model stand behind those that run at once", () => {
    const all = [template("B", "translator"), template("C", "headline-writer"), template("A")];
    expect(inOrder(all, ["headline-writer"]).map(({ name }) => name)).toEqual(["A", "C", "B"]);
    expect(missingModels(template("B", "translator"), ["translator"])).toEqual([]);
  });

  it("give their example with this server's address", () => {
    const text = exampleText({ ...template("A"), exampleInput: '{"url": "{{base}}/a {{base}}"}\n' }, "http://x");
    expect(text).toBe('{"url": "http://x/a http://x"}');
  });
});

describe("the text of a file", () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

  it("is read in the encoding that it names, which is then taken out", () => {
    expect(textOf(bytes(`<?xml version="1.0" encoding='ISO-8859-1' standalone="yes"?><a>\xe9</a>`), "f")).toBe(
      `<?xml version="1.0" standalone="yes"?><a>é</a>`,
    );
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes("<a/>")]), "f")).toBe("<a/>");
  });

  it("is refused when it is none in that encoding, or the encoding is none", () => {
    expect(() => textOf(new Uint8Array([0x3c, 0xff]), "f.bpmn")).toThrow("Save it again as UTF-8");
    expect(() => textOf(bytes(`<?xml version="1.0" encoding="klingon"?>`), "f.bpmn")).toThrow("klingon");
  });
});
