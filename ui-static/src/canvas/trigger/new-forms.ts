import type { CanvasElement } from "../model.ts";
import type { Inbound } from "./inbound.ts";
import { exampleForm, formOf, startKind } from "./kinds.ts";

interface EventBus {
  on(event: string, act: (event: { context: { shape: CanvasElement } }) => void): void;
}

/** A start that is dropped as a form gets one, in the same step of undo: the process holds it. */
export class NewForms {
  static $inject = ["eventBus", "inbound"];

  constructor(eventBus: EventBus, inbound: Inbound) {
    eventBus.on("commandStack.shape.create.postExecute", ({ context: { shape } }) => {
      const bare = startKind(shape) === "form" && formOf(shape.businessObject) === undefined;
      if (bare) inbound.design(shape, exampleForm);
    });
  }
}
