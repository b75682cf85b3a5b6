import type { CanvasElement } from "../model.ts";
import type { Parts } from "./parts.ts";

/** The step is done once per item of a list. */
export function repeatForEach({ modeling, events }: Parts, step: CanvasElement): CanvasElement {
  modeling.updateProperties(step, { loopCharacteristics: events.loop(step.businessObject) });
  return step;
}
