import { isA, type CanvasElement } from "../model.ts";

interface Modeling {
  appendShape(
    source: CanvasElement,
    shape: { type: string },
    at: { x: number; y: number },
    parent: CanvasElement,
  ): CanvasElement;
  updateProperties(element: CanvasElement, properties: object): void;
  updateLabel(element: CanvasElement, text: string): void;
}
interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: Context): void;
}
interface Context {
  gateway: CanvasElement;
  placed?: CanvasElement;
}

const command = "wireroom.addWayOut";
const below = 120;
const beside = 100;
const size = 36;

/** Lets a decision end when no other way fits. */
class AddWayOutHandler {
  static $inject = ["modeling"];

  readonly #modeling: Modeling;

  constructor(modeling: Modeling) {
    this.#modeling = modeling;
  }

  preExecute(context: Context): void {
    const { gateway } = context;
    if (gateway.parent === undefined) throw new Error(`${gateway.id} is not on the canvas`);
    const end = this.#modeling.appendShape(gateway, { type: "bpmn:EndEvent" }, free(gateway), gateway.parent);
    const way = gateway.outgoing.find((flow) => flow.target === end);
    if (way === undefined) throw new Error(`no way leads from ${gateway.id} to its end`);
    this.#modeling.updateProperties(gateway, { default: way.businessObject });
    this.#modeling.updateLabel(way, "otherwise");
    context.placed = end;
  }
}

/** Right below the lowest of what the decision leads to, so that no arrow crosses another. */
function free(gateway: CanvasElement): { x: number; y: number } {
  const targets = gateway.outgoing.flatMap(({ target }) => target ?? []);
  const lowest = Math.max(
    gateway.y + gateway.height / 2 + below,
    ...targets.map(({ y, height }) => y + height + 24 + size / 2),
  );
  const taken = (gateway.parent?.children ?? []).filter((one) => !isA(one, "bpmn:SequenceFlow"));
  const at = { x: gateway.x + gateway.width / 2 + beside, y: lowest };
  while (taken.some((one) => covers(one, at))) at.y += size + 24;
  return at;
}

const covers = ({ x, y, width, height }: CanvasElement, at: { x: number; y: number }) =>
  Math.abs(at.x - (x + width / 2)) < (width + size) / 2 + 8 &&
  Math.abs(at.y - (y + height / 2)) < (height + size) / 2 + 8;

export class WayOut {
  static $inject = ["commandStack"];

  readonly #commands: CommandStack;

  constructor(commands: CommandStack) {
    this.#commands = commands;
    commands.registerHandler(command, AddWayOutHandler);
  }

  /** One step of undo; answers the new end. */
  add(gateway: CanvasElement): CanvasElement {
    const context: Context = { gateway };
    this.#commands.execute(command, context);
    return context.placed ?? gateway;
  }
}
