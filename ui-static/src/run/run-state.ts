import type { RunAbout } from "../api/run-about.ts";
import type { Run, RunDetails, Step } from "../api/types.ts";
import type { RunEvent } from "../api/live-events.ts";

/**
 * What is known about one run. Fed by the event stream and by reads of the whole run; pure, so the
 * diagram, the table and the pane all show the same thing.
 */
export interface RunState {
  readonly run: Run | undefined;
  readonly steps: ReadonlyMap<string, Step>;
  readonly variables: RunDetails["variables"] | undefined;
  /** What only a read tells: what it waits for, what called it, what it called. */
  readonly about: RunAbout;
  /** The newest sequence number that was seen for the run and for each step. */
  readonly seen: ReadonlyMap<string, number>;
}

export type RunNews =
  | RunEvent
  | { kind: "events"; events: readonly RunEvent[] }
  | { kind: "details"; details: RunDetails }
  | { kind: "steps"; steps: readonly Step[] };

export const unknownRun: RunState = {
  run: undefined,
  steps: new Map(),
  variables: undefined,
  about: {},
  seen: new Map(),
};

export function reduce(state: RunState, news: RunNews): RunState {
  switch (news.kind) {
    case "run":
    case "step":
      return withEvents(state, [news]);
    case "events":
      return withEvents(state, news.events);
    case "details":
      return withDetails(state, news.details);
    case "steps":
      return { ...state, steps: merged(state, news.steps) };
  }
}

/** Steps in the order in which they began. */
export function stepsInOrder(state: RunState): Step[] {
  return [...state.steps.values()].sort(
    (a, b) => compare(a.startedAt, b.startedAt) || compareKeys(a.id, b.id),
  );
}

export const hasEnded = (run: Run | undefined): boolean =>
  run?.status === "completed" || run?.status === "cancelled";

/** All at once: the maps of a long run are copied once, not once per event. */
function withEvents(state: RunState, events: readonly RunEvent[]): RunState {
  const steps = new Map(state.steps);
  const seen = new Map(state.seen);
  let { run } = state;
  for (const event of events) {
    const what = event.kind === "run" ? "run" : event.step.id;
    if (event.seq !== undefined && event.seq < (seen.get(what) ?? -1)) continue;
    if (event.seq !== undefined) seen.set(what, event.seq);
    if (event.kind === "run") run = event.run;
    else steps.set(event.step.id, withValues(event.step, steps.get(event.step.id)));
  }
  return { ...state, run, steps, seen };
}

/** Events leave out what only reads tell; that of an earlier read stays until the next read. */
function withValues(step: Step, before: Step | undefined): Step {
  return { ...before, error: null, nextTryAt: null, ...step, ...valuesOf(step, before) };
}

/** A read may be older than an event that overtook it: then only its values are taken. */
function withDetails(state: RunState, details: RunDetails): RunState {
  const { variables, steps, stepsNext: _, ...run } = details;
  const stale = hasEnded(state.run) && !hasEnded(run);
  return {
    ...state,
    run: stale ? state.run : run,
    steps: merged(state, steps),
    variables,
    about: stale ? { ...run, waiting: [] } : run,
  };
}

function merged(state: RunState, steps: readonly Step[]): Map<string, Step> {
  const all = new Map(state.steps);
  for (const step of steps) {
    const before = all.get(step.id);
    const stale = before !== undefined && isOver(before) && !isOver(step);
    all.set(step.id, stale ? { ...step, ...before, ...valuesOf(step, before) } : step);
  }
  return all;
}

function valuesOf(read: Step, before: Step | undefined): Pick<Step, "input" | "output"> {
  return { input: read.input ?? before?.input ?? null, output: read.output ?? before?.output ?? null };
}

export const isOver = (step: Step): boolean =>
  step.status === "completed" || step.status === "cancelled" || step.status === "handled";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys are numbers too large for a double, as text: the longer one is the larger one. */
const compareKeys = (a: string, b: string) => a.length - b.length || compare(a, b);
