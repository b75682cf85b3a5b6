import { describe, expect, it } from "vitest";
import { fit } from "../../src/canvas/cards/text.ts";
import { plainText } from "../../src/canvas/cards/describe.ts";
import { pathProblem } from "../../src/canvas/trigger/path.ts";
import { matching } from "../../src/panels/palette/commands.ts";
import { parseInput } from "../../src/panels/run-dialog/input.ts";
import { merge } from "../../src/pages/runs/merge.ts";
import { nextPage } from "../../src/pages/sign-in/next-page.ts";
import { idFromName } from "../../src/pages/workflows/diagrams.ts";
import { aRun } from "./given.ts";

const perLetter = (text: string) => text.length;

describe("fitting text on a card", () => {
  it("breaks at words", () => {
    expect(fit("Write headline and summary", 15, 2, perLetter)).toEqual(["Write headline", "and summary"]);
  });
  it("ends what does not fit in an ellipsis", () => {
    expect(fit("Write headline and a long summary", 15, 2, perLetter)).toEqual(["Write headline", "and a long sum…"]);
  });
  it("breaks a word that is longer than the line", () => {
    expect(fit("Donaudampfschiff", 10, 2, perLetter)).toEqual(["Donaudampf", "schiff"]);
  });
  it("never cuts a letter of several parts", () => {
    const crew = "👩🏽‍🚒".repeat(9);
    expect(fit(crew, 20, 1, perLetter)).toEqual(["👩🏽‍🚒👩🏽‍🚒…"]);
  });
  it("measures a very long name seldom", () => {
    let measured = 0;
    const counting = (text: string) => ((measured += text.length), text.length);
    expect(fit("W".repeat(10_000), 20, 2, counting)).toEqual(["W".repeat(20), `${"W".repeat(19)}…`]);
    expect(measured).toBeLessThan(2_000);
  });
});

describe("the line on a card", () => {
  it("shows text without quotes and addresses without their scheme", () => {
    expect(plainText('="https://example.org/feed"')).toBe("example.org/feed");
    expect(plainText("= feed.url")).toBe("feed.url");
  });
});

describe("a webhook's path", () => {
  it.each(["newsroom", "a/b-c/1.json"])("accepts %s", (path) => expect(pathProblem(path)).toBeNull());
  it.each(["", "/newsroom", "a//b", "a b", "ü", "a?b"])("refuses %s", (path) =>
    expect(pathProblem(path)).not.toBeNull(),
  );
});

describe("after signing in", () => {
  const next = (address: string | undefined) => nextPage(address, "http://127.0.0.1:8080");

  it("goes to the page that was asked for", () => {
    expect(next("/run?key=4#5")).toBe("/run?key=4#5");
  });
  it.each([
    undefined,
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "javascript:alert(1)",
    "/sign-in?next=/",
  ])("goes to the workflows instead of %s", (address) => expect(next(address)).toBe("/"));
});

describe("values for a run", () => {
  it("takes an object and nothing else", () => {
    expect(parseInput('{"a":1}')).toEqual({ ok: true, variables: { a: 1 } });
    expect(parseInput(" ")).toEqual({ ok: true, variables: {} });
    expect(parseInput("[1]").ok).toBe(false);
    expect(parseInput("{").ok).toBe(false);
  });
});

describe("a new workflow's id", () => {
  it.each([
    ["Weekly digest", "weekly-digest"],
    ["Größe & Maß", "gro-e-ma"],
    ["7 am", "w-7-am"],
    ["新闻", "workflow"],
  ])("makes %s into %s", (name, id) => expect(idFromName(name)).toBe(id));
});

describe("the list of runs", () => {
  const runs = (...keys: string[]) => keys.map((key) => aRun({ key }));
  const keys = (list: { key: string }[]) => list.map(({ key }) => key).join();

  it("shows each run once when a page is read again", () => {
    expect(keys(merge(runs("3", "2", "1"), runs("4", "3"), { older: false, whole: false }))).toBe("4,3,2,1");
  });
  it("keeps what did not change as it is, so that it is not drawn again", () => {
    const [known, changed] = [aRun({ key: "2" }), aRun({ key: "1", status: "running" })];
    const read = [aRun({ key: "2" }), aRun({ key: "1", status: "completed" })];
    const shown = merge([known, changed], read, { older: false, whole: true });

    expect(shown[0]).toBe(known);
    expect(shown[1]?.status).toBe("completed");
  });
  it("adds older runs below", () => {
    expect(keys(merge(runs("3", "2"), runs("2", "1"), { older: true, whole: false }))).toBe("3,2,1");
  });
  it("forgets runs that no longer fit when the list is read whole", () => {
    expect(keys(merge(runs("3", "2"), runs("3"), { older: false, whole: true }))).toBe("3");
  });
});

describe("the command palette", () => {
  const command = (label: string) => ({ group: "Go to", icon: "add" as const, label, act: () => undefined });

  it("finds every word and puts labels that begin with the text first", () => {
    const found = matching([command("To newsroom"), command("Newsroom")], "news");

    expect(found.map(({ label }) => label)).toEqual(["Newsroom", "To newsroom"]);
  });
});
