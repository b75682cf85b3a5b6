import { oneStepModule } from "../one-step/index.ts";
import type { CanvasElement } from "../model.ts";
import type { Inbound } from "../trigger/inbound.ts";
import { AskForStep } from "./ask-for-step.ts";
import { ClearPlace } from "./clear-place.ts";
import type { Recipe } from "./entries.ts";
import { EventDefinitions } from "./event-definitions.ts";
import { FirstSteps } from "./first-steps.ts";
import { InsertStep } from "./insert-step.ts";
import { NewShapes } from "./new-shapes.ts";
import { Placement } from "./placement.ts";

interface Create {
  start(event: Event, shape: CanvasElement, context?: { source: CanvasElement }): void;
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
  drag(event: Event, recipe: Recipe, source?: CanvasElement): void {
    const shape = this.#newShapes.make(recipe, this.#placement.workflow);
    this.#create.start(event, shape, source === undefined ? undefined : { source });
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

  /** Connected with the step, and placed where nothing is. */
  appendTo(source: CanvasElement, recipe: Recipe): void {
    this.#placement.place(this.#newShapes.make(recipe, this.#placement.workflow), source);
  }
}

export const addStepModule = {
  __depends__: [oneStepModule],
  __init__: ["insertStep", "firstSteps", "clearPlace", "askForStep"],
  addStep: ["type", AddStep],
  askForStep: ["type", AskForStep],
  clearPlace: ["type", ClearPlace],
  eventDefinitions: ["type", EventDefinitions],
  firstSteps: ["type", FirstSteps],
  insertStep: ["type", InsertStep],
  newShapes: ["type", NewShapes],
  placement: ["type", Placement],
};
