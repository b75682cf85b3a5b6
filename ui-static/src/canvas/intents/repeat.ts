import { firstItems } from "../add-step/new-shapes.ts";
import type { CanvasElement } from "../model.ts";
import type { Parts } from "./parts.ts";

/** The step is done once per item of a list. */
export function repeatForEach({ modeling, events }: Parts, step: CanvasElement): CanvasElement {
  const loop = events.child(step.businessObject, "bpmn:MultiInstanceLoopCharacteristics", {});
  events.extend(loop, events.child(loop, "zeebe:LoopCharacteristics", firstItems));
  modeling.updateProperties(step, { loopCharacteristics: loop });
  return step;
}
