import type { Step } from "../api/types.ts";

/** A part of a run's time, in milliseconds since 1970. */
export interface TimeWindow {
  from: number;
  to: number;
}

const smallest = 20;

/** Zooms around a place (0 at the left, 1 at the right), never out of the whole. */
export function zoomed(now: TimeWindow, whole: TimeWindow, factor: number, around = 0.5): TimeWindow | undefined {
  const length = Math.max(smallest, (now.to - now.from) * factor);
  if (length >= whole.to - whole.from) return undefined;
  const fixed = now.from + (now.to - now.from) * around;
  return inside({ from: fixed - length * around, to: fixed + length * (1 - around) }, whole);
}

/** Moves by a part of what is shown. */
export function panned(now: TimeWindow, whole: TimeWindow, part: number): TimeWindow {
  const by = (now.to - now.from) * part;
  return inside({ from: now.from + by, to: now.to + by }, whole);
}

function inside(window: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = window.to - window.from;
  const from = Math.min(Math.max(window.from, whole.from), Math.max(whole.from, whole.to - length));
  return { from, to: from + length };
}

/** Where a time is, as a part of the window; may be outside of 0 to 1. */
export const placeIn = (window: TimeWindow, time: number): number =>
  (time - window.from) / Math.max(1, window.to - window.from);

const units = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5,
  18e5, 36e5, 72e5, 108e5, 216e5, 432e5, 864e5];

/** About five round moments, counted from the run's start. */
export function ticks(window: TimeWindow, start: number, most = 5): { time: number; label: string }[] {
  const length = window.to - window.from;
  const days = Math.max(1, Math.ceil(length / 864e5 / most));
  const unit = units.find((one) => length / one <= most) ?? days * 864e5;
  const first = Math.ceil((window.from - start) / unit) * unit;
  const found = [];
  for (let at = first; at <= window.to - start; at += unit) {
    found.push({ time: start + at, label: tickLabel(at) });
  }
  return found;
}

function tickLabel(ms: number): string {
  if (ms === 0) return "0";
  if (ms < 1e3) return `${ms} ms`;
  if (ms < 6e4) return `${ms / 1e3} s`;
  if (ms < 36e5) return part(ms, 6e4, "min", 1e3, "s");
  if (ms < 864e5) return part(ms, 36e5, "h", 6e4, "min");
  return part(ms, 864e5, "d", 36e5, "h");
}

function part(ms: number, large: number, word: string, small: number, rest: string): string {
  const left = Math.round((ms % large) / small);
  return `${Math.floor(ms / large)} ${word}${left === 0 ? "" : ` ${left} ${rest}`}`;
}

export const endOf = (step: Step, now: number): number =>
  step.endedAt == null ? now : Date.parse(step.endedAt);

/** How many steps are under way in each of `columns` parts of the time, and the failed among them. */
export function density(
  steps: readonly Step[],
  whole: TimeWindow,
  columns: number,
  now: number,
): { all: number[]; failed: number[] } {
  const all = new Array<number>(columns + 1).fill(0);
  const failed = new Array<number>(columns + 1).fill(0);
  const column = (time: number) =>
    Math.min(columns - 1, Math.max(0, Math.floor(placeIn(whole, time) * columns)));
  for (const step of steps) {
    const from = column(Date.parse(step.startedAt));
    const to = column(endOf(step, now)) + 1;
    for (const list of step.status === "failed" ? [all, failed] : [all]) {
      list[from] = (list[from] ?? 0) + 1;
      list[to] = (list[to] ?? 0) - 1;
    }
  }
  return { all: summed(all), failed: summed(failed) };
}

function summed(changes: number[]): number[] {
  let sum = 0;
  return changes.slice(0, -1).map((change) => (sum += change));
}
