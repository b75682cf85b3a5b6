import type { Step } from "../api/types.ts";
import { groupBy } from "./group-by.ts";
import { isLoopFrame } from "./marks.ts";
import { stepName } from "./words.ts";

/** A step where it belongs: after what it is inside of, with its brothers in their order. */
export interface StepRow {
  step: Step;
  name: string;
  depth: number;
  /** True when other rows are inside of this one. */
  holds: boolean;
  open: boolean;
}

/** A loop with more items than this shows finished items folded. */
const fewItems = 3;

/** The rows of the steps table. `toggled` has the rows whose fold a person has changed. */
export function stepRows(steps: Step[], toggled: ReadonlySet<string>): StepRow[] {
  const ids = new Set(steps.map((step) => step.id));
  const inside = groupBy(steps, (step) =>
    step.parentId != null && ids.has(step.parentId) ? step.parentId : "",
  );
  const rows: StepRow[] = [];
  const add = (parent: Step | undefined, depth: number) => {
    const children = inside.get(parent?.id ?? "") ?? [];
    const items = parent !== undefined && isLoopFrame(parent);
    children.forEach((step, index) => {
      const holds = inside.has(step.id);
      const folded = items && children.length > fewItems && step.status === "completed";
      const open = holds && folded === toggled.has(step.id);
      rows.push({ step, name: items ? `Item ${step.loop?.index ?? index + 1}` : stepName(step), depth, holds, open });
      if (open) add(step, depth + 1);
    });
  };
  add(undefined, 0);
  return rows;
}
