import type { Step } from "../../../api/types.ts";
import type { DrawnStep } from "../../../run/diagram-steps.ts";
import { isLoopFrame } from "../../../run/marks.ts";
import { isOver } from "../../../run/run-state.ts";

/** A step with words that tell it from its other passes. */
export interface Named {
  step: Step;
  words: string;
}

const frames = new Set(["process", "sequenceFlow"]);

/** What is under way and can be stopped by itself. */
export const canStop = (step: Step): boolean =>
  !isOver(step) && !frames.has(step.type) && !isLoopFrame(step);

/** Steps first, what failed before all; the groups around them last. */
export function stoppable(steps: readonly Named[]): Named[] {
  const rank = ({ step }: Named) => (step.type === "subProcess" ? 2 : step.status === "failed" ? 0 : 1);
  return steps.filter(({ step }) => canStop(step)).sort((a, b) => rank(a) - rank(b));
}

/** The open groups that a step of the drawing could begin in. */
export const groupsFor = (target: DrawnStep | undefined, steps: readonly Named[]): Named[] =>
  target?.inside === undefined
    ? []
    : steps.filter(({ step }) => step.elementId === target.inside && !isOver(step) && !isLoopFrame(step));

/** The group that a stopped step stands in comes first. */
export function scopeFor(
  groups: readonly Named[],
  stopped: ReadonlySet<string>,
  steps: readonly Named[],
): Named | undefined {
  const parents = new Set(
    steps.filter(({ step }) => stopped.has(step.id)).map(({ step }) => step.parentId),
  );
  return groups.find(({ step }) => parents.has(step.id)) ?? groups[0];
}
