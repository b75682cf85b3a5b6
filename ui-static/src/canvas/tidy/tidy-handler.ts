import type { ModdleObject } from "../model.ts";
import type { Drawn, Targets } from "./drawn.ts";
import type { Box, Point } from "./plan.ts";

interface BpmnUpdater {
  updateBounds(shape: Drawn): void;
  updateConnectionWaypoints(connection: Drawn): void;
}

export interface TidyContext {
  targets: Targets;
  before?: Kept[];
}

/** Everything of an element that the handler changes, in the drawing and in the file. */
export interface Kept {
  element: Drawn;
  box: Box;
  points: Point[] | undefined;
  file: Figures[];
  filePoints: unknown;
}
interface Figures {
  bounds: ModdleObject & Box;
  box: Box;
}

/**
 * Puts everything to its place in one step. why: not by the commands for single moves, whose
 * helpers would lay out lines and labels again after each of them.
 */
export class TidyHandler {
  static $inject = ["bpmnUpdater"];

  readonly #file: BpmnUpdater;

  constructor(file: BpmnUpdater) {
    this.#file = file;
  }

  execute(context: TidyContext): Drawn[] {
    const { boxes, lines } = context.targets;
    const changed = [...boxes.keys(), ...lines.keys()];
    context.before = changed.map(keep);
    for (const [shape, box] of boxes) {
      Object.assign(shape, box);
      this.#file.updateBounds(shape);
    }
    for (const [line, points] of lines) {
      line.waypoints = points.map((point) => ({ ...point }));
      this.#file.updateConnectionWaypoints(line);
    }
    return changed;
  }

  revert(context: TidyContext): Drawn[] {
    const before = context.before ?? [];
    for (const { element, box, points } of before) {
      if (points === undefined) Object.assign(element, box);
      else element.waypoints = points;
    }
    restoreFile(before);
    return before.map(({ element }) => element);
  }
}

export function restoreFile(before: readonly Kept[]): void {
  for (const { element, file, filePoints } of before) {
    if (filePoints !== undefined) Object.assign(element.di, { waypoint: filePoints });
    for (const { bounds, box } of file) Object.assign(bounds, box);
  }
}

function keep(element: Drawn): Kept {
  const label = element.di.get("label") as ModdleObject | undefined;
  const bounds = [element.di, label].map((object) => boundsOf(object)).filter((one) => one !== undefined);
  return {
    element,
    box: boxOf(element),
    points: element.waypoints,
    file: bounds.map((one) => ({ bounds: one, box: boxOf(one) })),
    filePoints: element.waypoints === undefined ? undefined : element.di.get("waypoint"),
  };
}

const boundsOf = (object: ModdleObject | undefined) =>
  object === undefined || object.$type === "bpmndi:BPMNEdge"
    ? undefined
    : (object.get("bounds") as (ModdleObject & Box) | undefined);

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });
