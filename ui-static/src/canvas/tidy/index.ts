import type { Drawn, Targets } from "./drawn.ts";
import { tidied } from "./tidied.ts";
import { TidyHandler } from "./tidy-handler.ts";

interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
  execute(command: string, context: object): void;
}
interface Canvas {
  getRootElement(): Drawn;
}

const command = "wireroom.tidyUp";

/** Puts the drawing in order: one step of undo. */
export class TidyUp {
  static $inject = ["commandStack", "canvas"];

  readonly #commands: CommandStack;
  readonly #canvas: Canvas;

  constructor(commands: CommandStack, canvas: Canvas) {
    this.#commands = commands;
    this.#canvas = canvas;
    commands.registerHandler(command, TidyHandler);
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
