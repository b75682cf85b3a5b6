import type { Problem } from "../../api/types.ts";
import type { Found } from "./found.ts";

/** What is told twice when it is told of the same part of the same element. */
const same = ({ elementId, about }: Problem) => `${elementId ?? ""}\n${about ?? ""}`;

/** The first of each; the worse ones before the others, in the order in which they were found. */
export function oneForEach<T extends Problem>(problems: readonly T[]): T[] {
  const seen = new Set<string>();
  const first = problems.filter((problem) => {
    const key = problem.about == null ? `${same(problem)}${problem.message}` : same(problem);
    return seen.size < seen.add(key).size;
  });
  return [
    ...first.filter(({ severity }) => severity === "error"),
    ...first.filter(({ severity }) => severity === "warning"),
  ];
}

/**
 * The engine's and the browser's problems as one list. The browser is faster and knows what to do,
 * so its words stand where both found the same. The engine is the truth about expressions: when it
 * has judged what is drawn, only its own count.
 */
export function oneList(
  engine: readonly Problem[],
  browser: readonly Found[],
  judged: boolean,
  mended: (problem: Problem) => Found,
): Found[] {
  const confirmed = new Set(engine.map(same));
  const trusted = browser.filter(
    (problem) => !judged || !isExpression(problem) || confirmed.has(same(problem)) || problem.severity === "warning",
  );
  const waiting = judged ? engine : engine.filter((problem) => !seenHere(problem));
  return oneForEach([...trusted, ...waiting.map(mended)]);
}

const isExpression = ({ about }: Problem) => about?.startsWith("expression:") ?? false;

/** What the browser looks for as well: while the engine has not judged, the browser knows better. */
const seenHere = ({ about }: Problem) =>
  about != null && (about === "connection" || about === "model" || /^(input|expression):/.test(about));
