import type { ElementTemplate } from "../../api/connectors.ts";
import { templateFor } from "../connectors/index.ts";
import type { CanvasElement, ModdleObject } from "../model.ts";
import { beginnings, firstCycle, type StartKind } from "../trigger/kinds.ts";
import type { Recipe } from "./entries.ts";
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

/** What a new loop goes through until its list is chosen. */
const firstItems = { inputCollection: "=items", inputElement: "item" };

/** Makes shapes by recipe, complete before they are on the canvas: one step of undo. */
export class NewShapes {
  static $inject = ["elementFactory", "bpmnFactory", "elementTemplates", "firstSteps"];

  readonly #shapes: ElementFactory;
  readonly #objects: BpmnFactory;
  readonly #templates: Templates;
  readonly #firstSteps: FirstSteps;

  constructor(
    shapes: ElementFactory,
    objects: BpmnFactory,
    templates: Templates,
    firstSteps: FirstSteps,
  ) {
    this.#shapes = shapes;
    this.#objects = objects;
    this.#templates = templates;
    this.#firstSteps = firstSteps;
  }

  make(recipe: Recipe, workflow: string): CanvasElement {
    const template = templateFor(recipe.connector, this.#templates.getAll());
    if (template !== undefined) {
      const shape = this.#templates.createElement(template);
      shape.businessObject.name ??= recipe.name ?? "";
      return shape;
    }
    const { type, name, eventDefinitionType } = recipe;
    const businessObject = this.#objects.create(type, name === undefined ? {} : { name });
    if (recipe.eachItem === true) this.#makeLoop(businessObject);
    if (recipe.starts === "schedule") this.#makeTimer(businessObject);
    else if (recipe.starts !== undefined) this.#makeStart(businessObject, recipe.starts, workflow);
    const shape = this.#shapes.createShape({
      type,
      businessObject,
      ...(eventDefinitionType === undefined ? {} : { eventDefinitionType }),
      ...(recipe.eachItem === true ? { isExpanded: true } : {}),
    });
    if (recipe.eachItem === true) this.#firstSteps.expect(shape);
    return shape;
  }

  #makeLoop(group: ModdleObject): void {
    const loop = this.#child(group, "bpmn:MultiInstanceLoopCharacteristics", {});
    const elements = this.#child(loop, "bpmn:ExtensionElements", { values: [] });
    const items = this.#child(elements, "zeebe:LoopCharacteristics", firstItems);
    Object.assign(elements, { values: [items] });
    Object.assign(loop, { extensionElements: elements });
    Object.assign(group, { loopCharacteristics: loop });
  }

  #makeTimer(start: ModdleObject): void {
    const timer = this.#child(start, "bpmn:TimerEventDefinition", {});
    const cycle = this.#child(timer, "bpmn:FormalExpression", { body: firstCycle });
    Object.assign(timer, { timeCycle: cycle });
    Object.assign(start, { eventDefinitions: [timer] });
  }

  #makeStart(start: ModdleObject, kind: StartKind, workflow: string): void {
    const elements = this.#child(start, "bpmn:ExtensionElements", { values: [] });
    const container = this.#child(elements, "zeebe:Properties", { properties: [] });
    const properties = Object.entries(beginnings(kind, workflow)).map(([name, value]) =>
      this.#child(container, "zeebe:Property", { name, value }),
    );
    Object.assign(container, { properties });
    Object.assign(elements, { values: [container] });
    Object.assign(start, { extensionElements: elements });
  }

  #child(parent: ModdleObject, type: string, attributes: object): ModdleObject {
    const object = this.#objects.create(type, attributes);
    object.$parent = parent;
    return object;
  }
}
