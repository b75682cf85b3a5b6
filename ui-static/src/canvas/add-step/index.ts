import type { CanvasElement } from "../model.ts";
import type { Inbound } from "../trigger/inbound.ts";
import type { Recipe } from "./entries.ts";
import { FirstSteps } from "./first-steps.ts";
import { InsertStep } from "./insert-step.ts";
import { NewShapes } from "./new-shapes.ts";
import { Placement } from "./placement.ts";

interface Create {
  start(event: Event, shape: CanvasElement): void;
}

/** Adds elements by recipe: dragged to a place, or appended to what is selected. */
export class AddStep {
  static $inject = ["newShapes", "placement", "create", "inbound"];

  readonly #newShapes: NewShapes;
  readonly #placement: Placement;
  readonly #create: Create;
  readonly #inbound: Inbound;

  constructor(newShapes: NewShapes, placement: Placement, create: Create, inbound: Inbound) {
    this.#newShapes = newShapes;
    this.#placement = placement;
    this.#create = create;
    this.#inbound = inbound;
  }

  /** The pointer carries the new element until it is dropped. */
  drag(event: Event, recipe: Recipe): void {
    this.#create.start(event, this.#newShapes.make(recipe, this.#placement.workflow));
  }

  /** A start that nothing has been chosen for becomes what is added: a second one is never meant. */
  append(recipe: Recipe): void {
    const start = recipe.type === "bpmn:StartEvent" ? this.#placement.bareStart() : undefined;
    if (start !== undefined) {
      if (recipe.starts !== undefined) this.#inbound.become(start, recipe.starts);
      return this.#placement.show(start);
    }
    this.#placement.place(this.#newShapes.make(recipe, this.#placement.workflow));
  }
}

export const addStepModule = {
  __init__: ["insertStep", "firstSteps"],
  firstSteps: ["type", FirstSteps],
  addStep: ["type", AddStep],
  newShapes: ["type", NewShapes],
  insertStep: ["type", InsertStep],
  placement: ["type", Placement],
};
