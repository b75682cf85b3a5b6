import { cardSize } from "../cards/card-sizes.ts";
import type { CanvasElement } from "../model.ts";
import type { Parts } from "./parts.ts";
import { placeBelow } from "./places.ts";

const below = 50;

/** The way parts before the step and comes together after it; another step goes on beside. */
export function atTheSameTime(parts: Parts, step: CanvasElement): CanvasElement {
  const join = parts.after(step, parts.make("bpmn:ParallelGateway", undefined));
  const fork = parts.before(step, parts.make("bpmn:ParallelGateway", undefined));
  const group = step.parent ?? step;
  const wanted = {
    x: step.x + step.width / 2 - cardSize.width / 2,
    y: step.y + step.height + below,
    ...cardSize,
  };
  const box = placeBelow(wanted, inTheWay(parts, step, group));
  parts.room.grow(step.parent, box);
  const other = parts.modeling.createShape(
    parts.make("bpmn:Task", "Meanwhile"),
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    group,
  );
  parts.modeling.connect(fork, other);
  parts.modeling.connect(other, join);
  return other;
}

function inTheWay({ room }: Parts, step: CanvasElement, group: CanvasElement): CanvasElement[] {
  const around = new Set<CanvasElement>();
  for (let one: CanvasElement | undefined = group; one !== undefined; one = one.parent) around.add(one);
  return room.beside(step).filter((one) => !around.has(one));
}
