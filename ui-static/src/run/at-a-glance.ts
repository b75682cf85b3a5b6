import type { Json, Step } from "../api/types.ts";
import { briefly, cut } from "./briefly.ts";
import { costWords } from "./costs.ts";
import { groupBy } from "./group-by.ts";
import { isLoopFrame, marksOf, type Mark } from "./marks.ts";
import { stepsInOrder, type RunState } from "./run-state.ts";
import { duration, statusWord } from "./words.ts";

/** What a step did in a run, in a few words. */
export interface Glance {
  mark: Mark;
  /** "5 of 5 · 1.2 s · $0.0004" */
  words: string;
  /** The last value that it gave, or why it failed; empty when there is nothing to say. */
  value: string;
  /** All of it, for the pointer that rests. */
  title: string;
}

/** What each element did, by its id. */
export function glancesOf(state: RunState): Map<string, Glance> {
  const byElement = groupBy(stepsInOrder(state), (step) => step.elementId);
  const glances = new Map<string, Glance>();
  for (const [id, mark] of marksOf(state)) glances.set(id, glanceOf(mark, byElement.get(id) ?? []));
  return glances;
}

function glanceOf(mark: Mark, steps: readonly Step[]): Glance {
  const words = [counts(mark), time(mark, steps), money(steps)].filter((word) => word !== "").join(" · ");
  const value = mark.latest.error != null ? mark.latest.error.message : lastValue(steps);
  const title = [statusWord[mark.status], words, value].filter((word) => word !== "").join(" · ");
  return { mark, words, value: cut(value, 120), title };
}

function counts({ loop, passes, left }: Mark): string {
  if (loop !== undefined) return `${loop.done} of ${loop.total}`;
  if (passes <= 1) return "";
  return left === passes ? `${passes}×` : `${left} of ${passes}`;
}

/** Of the whole loop; of each pass, on average, where there are several. */
function time({ latest, status }: Mark, steps: readonly Step[]): string {
  const frame = steps.findLast(isLoopFrame);
  const over = (frame === undefined ? steps : [frame]).filter(({ endedAt }) => endedAt != null);
  if (over.length === 0 || status === "waiting" || isMoment(latest)) return "";
  const sum = over.reduce((all, { startedAt, endedAt }) => all + Date.parse(endedAt ?? "") - Date.parse(startedAt), 0);
  const words = duration(sum / over.length);
  return over.length === 1 ? words : `${words} each`;
}

const isMoment = ({ type }: Step) => /gateway|event/i.test(type);

function money(steps: readonly Step[]): string {
  const costs = steps.flatMap((step) => costOf(step) ?? []);
  return costs.length === 0 ? "" : costWords(costs.reduce((sum, cost) => sum + cost, 0));
}

/** As the run says; else as the model's answer does, where the step hands all of that on. */
function costOf({ cost, output }: Step): number | undefined {
  if (cost !== null) return cost;
  for (const value of Object.values(output ?? {})) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    if (typeof value.cost === "number" && value.usage !== undefined) return value.cost;
  }
  return undefined;
}

function lastValue(steps: readonly Step[]): string {
  const output = steps.findLast((step) => Object.keys(step.output ?? {}).length > 0)?.output;
  const entries = Object.entries(output ?? {});
  const [only, another] = entries;
  if (only === undefined) return "";
  return another === undefined ? said(only[1]) : entries.map(([name]) => name).join(", ");
}

/** What a person would call it, rather than the names of its parts. */
function said(value: Json): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return briefly(value);
  for (const name of ["title", "headline", "subject", "name", "text", "url"]) {
    const part = value[name];
    if (typeof part === "string" && part !== "") return briefly(part);
  }
  return briefly(value);
}
