import type { ElementTemplate } from "../../api/connectors.ts";
import type { AddEntry, Recipe } from "../add-step/entries.ts";
import type { EventDefinitions } from "../add-step/event-definitions.ts";
import type { Catalogue } from "../cards/catalogue.ts";
import { templateFor } from "../connectors/index.ts";
import { extension, isA, jobType, listOf, modelTemplate, type CanvasElement } from "../model.ts";
import type { OneStep } from "../one-step/index.ts";
import type { Inbound } from "../trigger/inbound.ts";
import { isStart } from "../trigger/kinds.ts";

interface Templates {
  getAll(): ElementTemplate[];
  applyTemplate(element: CanvasElement, template: ElementTemplate): CanvasElement;
}
interface BpmnReplace {
  replaceElement(element: CanvasElement, target: object): CanvasElement;
}
interface Modeling {
  updateProperties(element: CanvasElement, properties: object): void;
  updateModdleProperties(element: CanvasElement, object: object, properties: object): void;
}
interface Selection {
  select(element: CanvasElement): void;
}

const noTemplate = {
  "zeebe:modelerTemplate": undefined,
  "zeebe:modelerTemplateVersion": undefined,
  "zeebe:modelerTemplateIcon": undefined,
};

/** A step becomes another kind of step: its name, its place and every setting that still fits stay. */
export class TurnInto {
  static $inject = [
    "oneStep",
    "elementTemplates",
    "bpmnReplace",
    "modeling",
    "selection",
    "catalogue",
    "inbound",
    "eventDefinitions",
  ];

  readonly #oneStep: OneStep;
  readonly #templates: Templates;
  readonly #replace: BpmnReplace;
  readonly #modeling: Modeling;
  readonly #selection: Selection;
  readonly #catalogue: Catalogue;
  readonly #inbound: Inbound;
  readonly #events: EventDefinitions;

  constructor(
    oneStep: OneStep,
    templates: Templates,
    replace: BpmnReplace,
    modeling: Modeling,
    selection: Selection,
    catalogue: Catalogue,
    inbound: Inbound,
    events: EventDefinitions,
  ) {
    this.#oneStep = oneStep;
    this.#templates = templates;
    this.#replace = replace;
    this.#modeling = modeling;
    this.#selection = selection;
    this.#catalogue = catalogue;
    this.#inbound = inbound;
    this.#events = events;
  }

  /** What the element can be instead without losing what it is connected with. */
  ways(element: CanvasElement, entries: readonly AddEntry[]): AddEntry[] {
    if (element.labelTarget !== undefined) return [];
    const of = (...actions: string[]) => entries.filter(({ action }) => actions.includes(action));
    if (isStart(element)) return of("arrives");
    if (isA(element, "bpmn:Gateway")) return of("decide");
    if (isA(element, "bpmn:Task") || isA(element, "bpmn:CallActivity")) {
      return of("do", "model", "person", "workflow");
    }
    return [];
  }

  turn(element: CanvasElement, recipe: Recipe): void {
    if (isStart(element)) this.#inbound.become(element, recipe.starts ?? "hand");
    const turned = isStart(element) ? element : this.#oneStep.do(() => this.#turned(element, recipe));
    this.#selection.select(turned);
  }

  #turned(element: CanvasElement, recipe: Recipe): CanvasElement {
    const name = this.#nameAfter(element, recipe);
    const template = templateFor(recipe.connector, this.#templates.getAll());
    const turned =
      template === undefined ? this.#plain(element, recipe) : this.#connector(element, template, recipe);
    if (name !== turned.businessObject.name) this.#modeling.updateProperties(turned, { name });
    return turned;
  }

  #connector(element: CanvasElement, template: ElementTemplate, recipe: Recipe): CanvasElement {
    const turned = this.#templates.applyTemplate(element, template);
    for (const [target, source] of Object.entries(recipe.inputs ?? {})) this.#set(turned, target, source);
    return turned;
  }

  #set(element: CanvasElement, target: string, source: string): void {
    const mapping = extension(element.businessObject, "zeebe:IoMapping");
    if (mapping === undefined) return;
    const others = listOf(mapping, "inputParameters").filter((one) => one.get("target") !== target);
    const input = this.#events.child(mapping, "zeebe:Input", { source, target });
    this.#modeling.updateModdleProperties(element, mapping, { inputParameters: [...others, input] });
  }

  #plain(element: CanvasElement, recipe: Recipe): CanvasElement {
    if (element.businessObject.$type === recipe.type) return element;
    const turned = this.#replace.replaceElement(element, { type: recipe.type });
    if (modelTemplate(turned.businessObject) !== undefined) {
      this.#modeling.updateProperties(turned, noTemplate);
    }
    return turned;
  }

  /** A name that only says what the step was becomes one that says what it is. */
  #nameAfter({ businessObject }: CanvasElement, recipe: Recipe): string | undefined {
    const { name } = businessObject;
    const connector = this.#catalogue.connectors.find(({ type }) => type === jobType(businessObject));
    const given = name === undefined || name === "" || name === connector?.name || firstNames.has(name);
    return given ? recipe.name : name;
  }
}

/** What new steps are called until somebody names them. */
const firstNames = new Set([
  "Approve",
  "Run another workflow",
  "Meanwhile",
  "Which way?",
  "Which ones?",
  "What comes first?",
]);
