import { isA, type CanvasElement } from "../model.ts";

interface Modeling {
  reconnect(flow: CanvasElement, source: CanvasElement, target: CanvasElement): void;
  moveElements(shapes: CanvasElement[], delta: { x: number; y: number }): void;
  layoutConnection(flow: CanvasElement, hints: { waypoints: [] }): void;
}
interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: Context): void;
}
interface Context {
  first: CanvasElement;
  second: CanvasElement;
}

const command = "wireroom.swapSteps";

/** Lets two steps that follow each other change places, with what hangs on them. */
class SwapStepsHandler {
  static $inject = ["modeling"];

  readonly #modeling: Modeling;

  constructor(modeling: Modeling) {
    this.#modeling = modeling;
  }

  preExecute({ first, second }: Context): void {
    const [into] = flows(first.incoming);
    const [between] = flows(first.outgoing);
    const [out] = flows(second.outgoing);
    if (into?.source === undefined || between === undefined || out?.target === undefined) {
      throw new Error(`${first.id} and ${second.id} do not follow each other`);
    }
    const [forward, back] = places(first, second);
    const hanging = [handlersOf(first), handlersOf(second)];
    const source = into.source;
    const target = out.target;
    this.#modeling.moveElements([first, ...(hanging[0] ?? [])], forward);
    this.#modeling.moveElements([second, ...(hanging[1] ?? [])], back);
    this.#modeling.reconnect(into, source, second);
    this.#modeling.reconnect(out, first, target);
    this.#modeling.reconnect(between, second, first);
    // why: without points of its own a flow is laid out anew, and does not keep its old corners.
    [into, between, out].forEach((flow) => this.#modeling.layoutConnection(flow, { waypoints: [] }));
  }
}

const flows = (connections: readonly CanvasElement[]) =>
  connections.filter((one) => isA(one, "bpmn:SequenceFlow"));

type Delta = { x: number; y: number };

/** Side by side they keep the gap between them; otherwise they take each other's middle. */
function places(first: CanvasElement, second: CanvasElement): [Delta, Delta] {
  const middle = (one: CanvasElement) => ({ x: one.x + one.width / 2, y: one.y + one.height / 2 });
  const from = middle(first);
  const to = middle(second);
  const rise = to.y - from.y;
  if (second.x >= first.x + first.width) {
    const moved = second.x + second.width - (first.x + first.width);
    return [
      { x: moved, y: rise },
      { x: first.x - second.x, y: -rise },
    ];
  }
  return [
    { x: to.x - from.x, y: rise },
    { x: from.x - to.x, y: -rise },
  ];
}

/** What is done when something happens on the step's edge, as far as nothing else leads there. */
function handlersOf(step: CanvasElement): CanvasElement[] {
  const own = new Set<CanvasElement>(step.attachers ?? []);
  const list: CanvasElement[] = [];
  for (const one of own) {
    for (const { target } of flows(one.outgoing)) {
      if (target === undefined || own.has(target)) continue;
      if (!flows(target.incoming).every(({ source }) => source !== undefined && own.has(source))) continue;
      own.add(target);
      (target.attachers ?? []).forEach((attacher) => own.add(attacher));
      list.push(target);
    }
  }
  return list;
}

export class SwapSteps {
  static $inject = ["commandStack"];

  readonly #commands: CommandStack;

  constructor(commands: CommandStack) {
    this.#commands = commands;
    commands.registerHandler(command, SwapStepsHandler);
  }

  /** One step of undo; the second step of the two comes first then. */
  swap(first: CanvasElement, second: CanvasElement): void {
    this.#commands.execute(command, { first, second });
  }
}
