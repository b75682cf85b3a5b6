import { firstWait } from "../add-step/event-definitions.ts";
import type { CanvasElement } from "../model.ts";
import { leadOn } from "./if-it-fails.ts";
import type { Parts } from "./parts.ts";

/** After the time the step is given up, and a person goes on instead. */
export function ifItTakesLonger(parts: Parts, step: CanvasElement): CanvasElement {
  const event = parts.make("bpmn:BoundaryEvent", "Takes too long", {}, (object) =>
    parts.events.timer(object, "timeDuration", firstWait),
  );
  leadOn(parts, step, event, parts.make("bpmn:UserTask", "Step in"), "Out of time");
  return event;
}
