import type { Drawn, Targets } from "./drawn.ts";
import { tidied } from "./tidied.ts";
import { restoreFile, TidyHandler, type Kept, type TidyContext } from "./tidy-handler.ts";

interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: object): void;
}
interface Canvas {
  getRootElement(): Drawn;
}
interface EventBus {
  on(event: string, priority: number, act: (event: { context: TidyContext }) => void): void;
}

const command = "wireroom.tidyUp";

/** After bpmn-js has drawn what changed. */
const late = 250;

/** Puts the drawing in order: one step of undo. */
export class TidyUp {
  static $inject = ["commandStack", "canvas", "eventBus"];

  readonly #commands: CommandStack;
  readonly #canvas: Canvas;
  #undone: Kept[] = [];

  constructor(commands: CommandStack, canvas: Canvas, eventBus: EventBus) {
    this.#commands = commands;
    this.#canvas = canvas;
    commands.registerHandler(command, TidyHandler);
    // why: bpmn-js measures a name when it draws it again, and writes that into the file.
    eventBus.on(`commandStack.${command}.reverted`, late, ({ context }) => {
      this.#undone = context.before ?? [];
    });
    eventBus.on("elements.changed", late, () => {
      restoreFile(this.#undone);
      this.#undone = [];
    });
  }

  /** Answers false when everything is in order already. */
  tidy(): boolean {
    const targets = onlyMoved(tidied(this.#canvas.getRootElement()));
    if (targets.boxes.size + targets.lines.size === 0) return false;
    this.#commands.execute(command, { targets });
    return true;
  }
}

function onlyMoved({ boxes, lines }: Targets): Targets {
  return {
    boxes: new Map(
      [...boxes].filter(([shape, box]) =>
        (["x", "y", "width", "height"] as const).some((name) => shape[name] !== box[name]),
      ),
    ),
    lines: new Map(
      [...lines].filter(([line, points]) => {
        const now = line.waypoints ?? [];
        return (
          now.length !== points.length ||
          points.some(({ x, y }, at) => now[at]?.x !== x || now[at].y !== y)
        );
      }),
    ),
  };
}

export const tidyModule = {
  __init__: ["tidyUp"],
  tidyUp: ["type", TidyUp],
};
