import { isA, listOf, type CanvasElement } from "../model.ts";
import type { Parts } from "./parts.ts";
import { middle } from "./places.ts";

const size = { width: 300, height: 140 };
const gap = 60;

/** The step gets something that undoes it, and a failure of any later step brings that about. */
export function undoLater(parts: Parts, step: CanvasElement): CanvasElement {
  const event = parts.make("bpmn:BoundaryEvent", undefined, {}, (object) =>
    parts.events.plain(object, "bpmn:CompensateEventDefinition"),
  );
  const name = step.businessObject.name ?? "this step";
  const undo = parts.make("bpmn:UserTask", `Undo: ${name}`, { isForCompensation: true });
  parts.leave(step, event, [undo]);
  const group = step.parent ?? step;
  if (!(group.children ?? []).some(undoesOnFailure)) addFailureSteps(parts, group);
  return undo;
}

function addFailureSteps(parts: Parts, group: CanvasElement): void {
  const inside = (group.children ?? []).filter(({ waypoints }) => waypoints === undefined);
  const box = {
    x: Math.min(...inside.map(({ x }) => x)),
    y: Math.max(...inside.map(({ y, height }) => y + height)) + gap,
    ...size,
  };
  parts.room.grow(group, box);
  const steps = parts.modeling.createShape(
    parts.make("bpmn:SubProcess", "If a step fails later", {
      ...size,
      isExpanded: true,
      triggeredByEvent: true,
    }),
    middle(box),
    group,
  );
  const start = parts.modeling.createShape(
    parts.make("bpmn:StartEvent", "A step fails", {}, (object) =>
      parts.events.plain(object, "bpmn:ErrorEventDefinition"),
    ),
    { x: box.x + 70, y: middle(box).y },
    steps,
  );
  const end = parts.modeling.createShape(
    parts.make("bpmn:EndEvent", "Undo what was done", {}, (object) =>
      parts.events.plain(object, "bpmn:CompensateEventDefinition"),
    ),
    { x: box.x + size.width - 80, y: middle(box).y },
    steps,
  );
  parts.modeling.connect(start, end);
}

/** Such steps are there already: one set of them undoes everything in its group. */
function undoesOnFailure(element: CanvasElement): boolean {
  if (!isA(element, "bpmn:SubProcess") || element.businessObject.get("triggeredByEvent") !== true) {
    return false;
  }
  const has = (type: string, definition: string) =>
    (element.children ?? []).some(
      (one) =>
        isA(one, type) &&
        listOf(one.businessObject, "eventDefinitions").some(({ $type }) => $type === definition),
    );
  return (
    has("bpmn:StartEvent", "bpmn:ErrorEventDefinition") &&
    has("bpmn:ThrowEvent", "bpmn:CompensateEventDefinition")
  );
}
