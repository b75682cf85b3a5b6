import type { Status, Step } from "../api/types.ts";
import { groupBy } from "./group-by.ts";
import { isOver, stepsInOrder, type RunState } from "./run-state.ts";

/** What the diagram shows on one element. */
export interface Mark {
  elementId: string;
  status: Status;
  /** How often the element was entered, without the frame of a loop, and how often it was left. */
  passes: number;
  left: number;
  /** How many of them ended in an error that was caught. */
  handled: number;
  /** "3 of 5" on something that is done once per item. */
  loop: { done: number; total: number } | undefined;
  /** The step that a click on the element opens. */
  latest: Step;
}

/** What asks for attention comes first. */
const urgency: Record<Status, number> = {
  failed: 5,
  waiting: 4,
  running: 3,
  completed: 2,
  handled: 1,
  cancelled: 0,
};

export const isLoopFrame = (step: Step): boolean => step.type === "multiInstanceBody";

export function marksOf(state: RunState): Map<string, Mark> {
  const elements = stepsInOrder(state).filter(
    (step) => step.type !== "process" && step.type !== "sequenceFlow",
  );
  const byElement = groupBy(elements, (step) => step.elementId);
  const marks = new Map<string, Mark>();
  for (const [elementId, steps] of byElement) {
    const mark = markOf(elementId, steps, state.run?.status === "cancelled");
    if (mark !== undefined) marks.set(elementId, mark);
  }
  return marks;
}

function markOf(elementId: string, steps: Step[], cancelled: boolean): Mark | undefined {
  const frames = steps.filter(isLoopFrame);
  const passes = steps.filter((step) => !isLoopFrame(step));
  const shown = passes.length > 0 ? passes : steps;
  const status = overall(frames.length > 0 ? [...frames, ...open(passes)] : passes);
  const latest = shown.findLast((step) => step.status === status) ?? shown.at(-1);
  if (latest === undefined) return undefined;
  const frame = frames.at(-1);
  const items = frame === undefined ? [] : passes.filter((step) => step.parentId === frame.id);
  return {
    elementId,
    status: cancelled && !["completed", "failed", "handled"].includes(status) ? "cancelled" : status,
    passes: passes.length,
    left: passes.length - open(passes).length,
    handled: passes.filter((step) => step.status === "handled").length,
    loop: frame === undefined ? undefined : loopOf(items),
    latest,
  };
}

const open = (steps: Step[]) => steps.filter((step) => !isOver(step));

function overall(steps: Step[]): Status {
  return steps.reduce<Status>(
    (worst, step) => (urgency[step.status] > urgency[worst] ? step.status : worst),
    "cancelled",
  );
}

const loopOf = (items: Step[]) => ({
  done: items.filter((step) => step.status === "completed").length,
  total: Math.max(items.length, items.at(-1)?.loop?.of ?? 0),
});
