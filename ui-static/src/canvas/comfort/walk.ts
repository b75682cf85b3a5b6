import { isA, type CanvasElement } from "../model.ts";

/** The step after or before another one, in reading order; the ends meet. */
export function neighbour(
  steps: readonly CanvasElement[],
  from: CanvasElement | undefined,
  by: 1 | -1,
): CanvasElement | undefined {
  const ordered = steps
    .filter((step) => isA(step, "bpmn:FlowNode") && step.labelTarget === undefined)
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const at = from === undefined ? -1 : ordered.indexOf(from);
  if (at < 0) return by === 1 ? ordered[0] : ordered.at(-1);
  return ordered[(at + by + ordered.length) % ordered.length];
}
