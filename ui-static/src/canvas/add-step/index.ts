import type { CanvasElement } from "../model.ts";
import type { Recipe } from "./entries.ts";
import { InsertStep } from "./insert-step.ts";
import { NewShapes } from "./new-shapes.ts";
import { Placement } from "./placement.ts";

interface Create {
  start(event: Event, shape: CanvasElement): void;
}

/** Adds elements by recipe: dragged to a place, or appended to what is selected. */
export class AddStep {
  static $inject = ["newShapes", "placement", "create"];

  readonly #newShapes: NewShapes;
  readonly #placement: Placement;
  readonly #create: Create;

  constructor(newShapes: NewShapes, placement: Placement, create: Create) {
    this.#newShapes = newShapes;
    this.#placement = placement;
    this.#create = create;
  }

  /** The pointer carries the new element until it is dropped. */
  drag(event: Event, recipe: Recipe): void {
    this.#create.start(event, this.#newShapes.make(recipe, this.#placement.workflow));
  }

  append(recipe: Recipe): void {
    this.#placement.place(this.#newShapes.make(recipe, this.#placement.workflow));
  }
}

export const addStepModule = {
  __init__: ["insertStep"],
  addStep: ["type", AddStep],
  newShapes: ["type", NewShapes],
  insertStep: ["type", InsertStep],
  placement: ["type", Placement],
};
