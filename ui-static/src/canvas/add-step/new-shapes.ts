import type { ElementTemplate } from "../../api/connectors.ts";
import { templateFor } from "../connectors/index.ts";
import { extension, listOf, type CanvasElement, type ModdleObject } from "../model.ts";
import { beginnings, firstCycle } from "../trigger/kinds.ts";
import type { Recipe } from "./entries.ts";
import { firstWait, type EventDefinitions } from "./event-definitions.ts";
import type { FirstSteps } from "./first-steps.ts";

interface ElementFactory {
  createShape(attributes: object): CanvasElement;
}
interface BpmnFactory {
  create(type: string, attributes?: object): ModdleObject;
}
interface Templates {
  getAll(): ElementTemplate[];
  createElement(template: ElementTemplate): CanvasElement;
}

/** Makes shapes by recipe, complete before they are on the canvas: one step of undo. */
export class NewShapes {
  static $inject = [
    "elementFactory",
    "bpmnFactory",
    "elementTemplates",
    "firstSteps",
    "eventDefinitions",
  ];

  readonly #shapes: ElementFactory;
  readonly #objects: BpmnFactory;
  readonly #templates: Templates;
  readonly #firstSteps: FirstSteps;
  readonly #events: EventDefinitions;

  constructor(
    shapes: ElementFactory,
    objects: BpmnFactory,
    templates: Templates,
    firstSteps: FirstSteps,
    events: EventDefinitions,
  ) {
    this.#shapes = shapes;
    this.#objects = objects;
    this.#templates = templates;
    this.#firstSteps = firstSteps;
    this.#events = events;
  }

  make(recipe: Recipe, workflow: string): CanvasElement {
    const template = templateFor(recipe.connector, this.#templates.getAll());
    if (template !== undefined) return this.#fromTemplate(template, recipe);
    const { type, name, eventDefinitionType } = recipe;
    const businessObject = this.#objects.create(type, name === undefined ? {} : { name });
    if (recipe.eachItem === true) Object.assign(businessObject, { loopCharacteristics: this.#events.loop(businessObject) });
    this.#makeEvent(businessObject, recipe, workflow);
    const shape = this.#shapes.createShape({
      type,
      businessObject,
      ...(eventDefinitionType === undefined ? {} : { eventDefinitionType }),
      ...(recipe.eachItem === true ? { isExpanded: true } : {}),
    });
    if (recipe.eachItem === true) this.#firstSteps.expect(shape);
    return shape;
  }

  #fromTemplate(template: ElementTemplate, recipe: Recipe): CanvasElement {
    const shape = this.#templates.createElement(template);
    const step = shape.businessObject;
    step.name ??= recipe.name ?? "";
    const mapping = extension(step, "zeebe:IoMapping");
    for (const [target, source] of Object.entries(recipe.inputs ?? {})) {
      const known = listOf(mapping, "inputParameters").find((one) => one.get("target") === target);
      if (known !== undefined) Object.assign(known, { source });
      else if (mapping !== undefined) {
        const input = this.#events.child(mapping, "zeebe:Input", { source, target });
        Object.assign(mapping, { inputParameters: [...listOf(mapping, "inputParameters"), input] });
      }
    }
    return shape;
  }

  #makeEvent(event: ModdleObject, recipe: Recipe, workflow: string): void {
    if (recipe.waits === "time") this.#events.timer(event, "timeDuration", firstWait);
    if (recipe.waits === "reply") this.#events.reply(event, workflow);
    if (recipe.starts === "schedule") this.#events.timer(event, "timeCycle", firstCycle);
    else if (recipe.starts !== undefined) {
      this.#events.properties(event, beginnings(recipe.starts, workflow));
    }
  }
}
