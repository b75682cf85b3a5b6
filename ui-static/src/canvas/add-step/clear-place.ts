import { getNewShapePosition } from "bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil";
import { isA, type CanvasElement } from "../model.ts";

interface EventBus {
  on(event: string, priority: number, act: (event: Appended) => Point | undefined): void;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}
interface Appended {
  source: CanvasElement;
  shape: CanvasElement;
}
interface Point {
  x: number;
  y: number;
}

/** Before bpmn-js and its grid, which look at what is connected only. */
const priority = 2_500;
const gap = 20;
const step = 20;
const tries = 100;

/** What is appended moves down until it covers nothing. */
export class ClearPlace {
  static $inject = ["eventBus", "elementRegistry"];

  constructor(eventBus: EventBus, elements: Elements) {
    eventBus.on("autoPlace", priority, ({ source, shape }) => {
      if (!isA(shape, "bpmn:FlowNode")) return undefined;
      const wanted = getNewShapePosition(source as never, shape as never, elements as never);
      const taken = elements.filter((element) => isTaken(element, source));
      return firstClear(shape, wanted, taken);
    });
  }
}

const isTaken = (element: CanvasElement, source: CanvasElement): boolean =>
  element.parent === source.parent && element.waypoints === undefined && element !== source;

function firstClear(shape: CanvasElement, wanted: Point, taken: CanvasElement[]): Point {
  for (let down = 0; down < tries; down++) {
    const at = { x: wanted.x, y: wanted.y + down * step };
    if (!taken.some((thing) => meets(thing, shape, at))) return at;
  }
  return wanted;
}

const meets = (thing: CanvasElement, { width, height }: CanvasElement, { x, y }: Point): boolean =>
  thing.x < x + width / 2 + gap &&
  thing.x + thing.width > x - width / 2 - gap &&
  thing.y < y + height / 2 + gap &&
  thing.y + thing.height > y - height / 2 - gap;
