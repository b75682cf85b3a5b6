import type { CanvasElement } from "../model.ts";

interface SpaceTool {
  calculateAdjustments(
    elements: CanvasElement[],
    axis: "x" | "y",
    delta: number,
    start: number,
  ): { movingShapes: CanvasElement[]; resizingShapes: CanvasElement[] };
}
interface Modeling {
  createSpace(
    moving: CanvasElement[],
    resizing: CanvasElement[],
    delta: { x: number; y: number },
    direction: "e" | "s",
    start: number,
  ): void;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}
interface Canvas {
  findRoot(element: CanvasElement): CanvasElement | undefined;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const padding = 30;

/** Makes room for new steps as the space tool does: what is in the way moves, groups grow. */
export class Room {
  static $inject = ["spaceTool", "modeling", "elementRegistry", "canvas"];

  readonly #spaceTool: SpaceTool;
  readonly #modeling: Modeling;
  readonly #elements: Elements;
  readonly #canvas: Canvas;

  constructor(spaceTool: SpaceTool, modeling: Modeling, elements: Elements, canvas: Canvas) {
    this.#spaceTool = spaceTool;
    this.#modeling = modeling;
    this.#elements = elements;
    this.#canvas = canvas;
  }

  /** Everything on the same drawing, other than the drawing itself. */
  beside(element: CanvasElement): CanvasElement[] {
    const root = this.#canvas.findRoot(element);
    return this.#elements.filter((one) => one !== root && this.#canvas.findRoot(one) === root);
  }

  /** Moves what begins right of this line, or below it. */
  make(element: CanvasElement, axis: "x" | "y", start: number, by: number): void {
    const { movingShapes, resizingShapes } = this.#spaceTool.calculateAdjustments(
      this.beside(element),
      axis,
      by,
      start,
    );
    const delta = axis === "x" ? { x: by, y: 0 } : { x: 0, y: by };
    const direction = axis === "x" ? "e" : "s";
    this.#modeling.createSpace(movingShapes, resizingShapes, delta, direction, start);
  }

  /** A group that is to hold the box grows to the right and down. */
  grow(group: CanvasElement | undefined, box: Box): void {
    if (group?.parent === undefined) return;
    const wider = box.x + box.width + padding - (group.x + group.width);
    if (wider > 0) this.make(group, "x", group.x + group.width - 1, wider);
    const higher = box.y + box.height + padding - (group.y + group.height);
    if (higher > 0) this.make(group, "y", group.y + group.height - 1, higher);
  }
}
