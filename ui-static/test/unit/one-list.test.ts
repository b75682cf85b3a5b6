import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../src/api/http.ts";
import type { Problem } from "../../src/api/types.ts";
import type { Found } from "../../src/canvas/lint/found.ts";
import { oneList } from "../../src/canvas/lint/one-for-each.ts";
import { problemsIn, stands } from "../../src/pages/designer/publish-problems.ts";

const found = (about: string, message: string, severity: Found["severity"] = "error"): Found => ({
  elementId: "get",
  severity,
  message,
  about,
  fixes: [],
});
const said = (about: string | undefined, message: string, severity: Problem["severity"] = "error"): Problem => ({
  elementId: "get",
  severity,
  message,
  ...(about === undefined ? {} : { about }),
});
const list = (engine: Problem[], browser: Found[], judged: boolean) =>
  oneList(engine, browser, judged, (problem) => ({ ...problem, about: problem.about ?? "", fixes: [] })).map(
    ({ message }) => message,
  );

describe("the list of problems", () => {
  it("says once what the engine and the browser found, in the browser's words", () => {
    expect(list([said("input:url", "'url' is required.")], [found("input:url", "“Address” is empty.")], true)).toEqual([
      "“Address” is empty.",
    ]);
  });

  it("keeps what only one of them found, errors first", () => {
    const engine = [said(undefined, "The broker refuses it."), said("start", "Nothing starts it.")];

    expect(list(engine, [found("name", "It has no name.", "warning")], true)).toEqual([
      "The broker refuses it.",
      "Nothing starts it.",
      "It has no name.",
    ]);
  });

  it("lets the engine have the last word about expressions", () => {
    const browser = [found("expression:=a b", "It cannot be read.")];

    expect(list([], browser, false)).toEqual(["It cannot be read."]);
    expect(list([], browser, true)).toEqual([]);
    expect(list([said("expression:=a b", "failed to parse")], browser, true)).toEqual(["It cannot be read."]);
    expect(browser.filter(stands)).toEqual([]);
  });

  it("drops what has been mended before the engine has looked again", () => {
    const engine = [said("connection", "There is no connection x.", "warning")];

    expect(list(engine, [], false)).toEqual([]);
    expect(list(engine, [], true)).toEqual(["There is no connection x."]);
  });

  it("knows a refusal's errors again", () => {
    const known = { ...said("input:url", "'url' is required."), fix: "Fill it in." };
    const refusal = new ApiProblem(422, "no", {
      errors: [
        { path: "get", message: "'url' is required. Fill it in." },
        { path: "", message: "Something else." },
      ],
    });

    expect(problemsIn(refusal, [known])).toEqual([known, { severity: "error", message: "Something else." }]);
  });
});
