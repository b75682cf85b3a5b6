import type { Run, RunDetails, RunEvent, Step } from "../api/types.ts";

/**
 * What is known about one run. Fed by the event stream and by reads of the whole run; pure, so the
 * diagram, the table and the pane all show the same thing.
 */
export interface RunState {
  readonly run: Run | undefined;
  readonly steps: ReadonlyMap<string, Step>;
  readonly variables: RunDetails["variables"] | undefined;
  /** What arrived and started the run. */
  readonly eventId: string | undefined;
  /** The newest sequence number that was seen for the run and for each step. */
  readonly seen: ReadonlyMap<string, number>;
}

export type RunNews = RunEvent | { kind: "details"; details: RunDetails };

export const unknownRun: RunState = {
  run: undefined,
  steps: new Map(),
  variables: undefined,
  eventId: undefined,
  seen: new Map(),
};

export function reduce(state: RunState, news: RunNews): RunState {
  switch (news.kind) {
    case "run":
      return newer(state, "run", news.seq) ? withRun(state, news.run, news.seq) : state;
    case "step":
      return newer(state, news.step.id, news.seq) ? withStep(state, news.step, news.seq) : state;
    case "details":
      return withDetails(state, news.details);
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

type Seq = number | undefined;

function newer(state: RunState, what: string, seq: Seq): boolean {
  return seq === undefined || seq >= (state.seen.get(what) ?? -1);
}

const seenNow = (state: RunState, what: string, seq: Seq) =>
  seq === undefined ? state.seen : new Map(state.seen).set(what, seq);

function withRun(state: RunState, run: Run, seq: Seq): RunState {
  return { ...state, run, seen: seenNow(state, "run", seq) };
}

function withStep(state: RunState, step: Step, seq: Seq): RunState {
  const before = state.steps.get(step.id);
  // why: events leave values out; those of an earlier read stay until the next read.
  const merged: Step = {
    ...step,
    input: step.input ?? before?.input ?? null,
    output: step.output ?? before?.output ?? null,
  };
  return {
    ...state,
    steps: new Map(state.steps).set(step.id, merged),
    seen: seenNow(state, step.id, seq),
  };
}

/** A read may be older than an event that overtook it: then only its values are taken. */
function withDetails(state: RunState, details: RunDetails): RunState {
  const { variables, steps, eventId, ...run } = details;
  const merged = new Map(state.steps);
  for (const step of steps) {
    const before = merged.get(step.id);
    const stale = before !== undefined && isOver(before) && !isOver(step);
    merged.set(step.id, stale ? { ...step, ...before, ...valuesOf(step, before) } : step);
  }
  const staleRun = hasEnded(state.run) && !hasEnded(run);
  return { ...state, run: staleRun ? state.run : run, steps: merged, variables, eventId: eventId ?? undefined };
}

function valuesOf(read: Step, before: Step): Pick<Step, "input" | "output"> {
  return { input: read.input ?? before.input ?? null, output: read.output ?? before.output ?? null };
}

export const isOver = (step: Step): boolean =>
  step.status === "completed" || step.status === "cancelled" || step.status === "handled";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Keys are numbers too large for a double, as text: the longer one is the larger one. */
const compareKeys = (a: string, b: string) => a.length - b.length || compare(a, b);
