import { isA, type CanvasElement } from "../model.ts";

interface SpaceTool {
  calculateAdjustments(
    elements: CanvasElement[],
    axis: "x",
    delta: number,
    start: number,
  ): { movingShapes: CanvasElement[]; resizingShapes: CanvasElement[] };
}
interface Modeling {
  createSpace(
    moving: CanvasElement[],
    resizing: CanvasElement[],
    delta: { x: number; y: number },
    direction: "e",
    start: number,
  ): void;
  createShape(
    shape: CanvasElement,
    at: { x: number; y: number },
    parent: CanvasElement,
  ): CanvasElement;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}
interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: Context): void;
}
interface Context {
  source: CanvasElement;
  shape: CanvasElement;
  placed?: CanvasElement;
}

const command = "wireroom.insertStep";
const gap = 60;

/** Puts a step between another one and what follows it; everything behind makes room. */
class InsertStepHandler {
  static $inject = ["modeling", "spaceTool", "elementRegistry"];

  readonly #modeling: Modeling;
  readonly #spaceTool: SpaceTool;
  readonly #elements: Elements;

  constructor(modeling: Modeling, spaceTool: SpaceTool, elements: Elements) {
    this.#modeling = modeling;
    this.#spaceTool = spaceTool;
    this.#elements = elements;
  }

  preExecute(context: Context): void {
    const { source, shape } = context;
    const flow = onlyFlow(source);
    if (flow === undefined) throw new Error(`nothing follows ${source.id}`);
    const start = source.x + source.width + 1;
    const all = this.#elements.filter((element) => element.parent !== undefined);
    const room = { x: shape.width + gap, y: 0 };
    const { movingShapes, resizingShapes } = this.#spaceTool.calculateAdjustments(
      all,
      "x",
      room.x,
      start,
    );
    this.#modeling.createSpace(movingShapes, resizingShapes, room, "e", start);
    const at = {
      x: source.x + source.width + gap + shape.width / 2,
      y: source.y + source.height / 2,
    };
    context.placed = this.#modeling.createShape(shape, at, flow);
  }
}

export class InsertStep {
  static $inject = ["commandStack"];

  readonly #commands: CommandStack;

  constructor(commands: CommandStack) {
    this.#commands = commands;
    commands.registerHandler(command, InsertStepHandler);
  }

  /** One step of undo. */
  insert(shape: CanvasElement, source: CanvasElement): CanvasElement {
    const context: Context = { source, shape };
    this.#commands.execute(command, context);
    return context.placed ?? shape;
  }
}

/** The one flow that leaves an element to the right, if there is exactly one. */
export function onlyFlow(source: CanvasElement): CanvasElement | undefined {
  const flows = source.outgoing.filter((flow) => isA(flow, "bpmn:SequenceFlow"));
  const [first] = flows;
  const last = first?.waypoints?.at(-1);
  return flows.length === 1 && last !== undefined && last.x > source.x + source.width
    ? first
    : undefined;
}
