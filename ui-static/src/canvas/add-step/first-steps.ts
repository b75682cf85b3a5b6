import type { CanvasElement } from "../model.ts";

interface EventBus {
  on(event: string, act: (event: { context: { shape: CanvasElement } }) => void): void;
}
interface Modeling {
  createShape(attributes: object, at: { x: number; y: number }, parent: CanvasElement): CanvasElement;
}

const fromLeft = 60;

/** A new group arrives with the start of its own steps inside, in the same step of undo. */
export class FirstSteps {
  static $inject = ["eventBus", "modeling"];

  readonly #expected = new WeakSet<CanvasElement>();

  constructor(eventBus: EventBus, modeling: Modeling) {
    eventBus.on("commandStack.shape.create.postExecute", ({ context: { shape } }) => {
      if (!this.#expected.delete(shape)) return;
      const at = { x: shape.x + fromLeft, y: shape.y + shape.height / 2 };
      modeling.createShape({ type: "bpmn:StartEvent" }, at, shape);
    });
  }

  expect(group: CanvasElement): void {
    this.#expected.add(group);
  }
}
