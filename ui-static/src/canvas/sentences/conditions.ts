import type { CanvasElement, ModdleObject } from "../model.ts";

interface BpmnFactory {
  create(type: string, attributes: object): ModdleObject;
}
interface CommandStack {
  execute(command: string, context: object): void;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}

/** Changes when a way out of a decision is taken, each time as one step of undo. */
export class Conditions {
  static $inject = ["bpmnFactory", "commandStack", "elementRegistry"];

  readonly #factory: BpmnFactory;
  readonly #commands: CommandStack;
  readonly #elements: Elements;

  constructor(factory: BpmnFactory, commands: CommandStack, elements: Elements) {
    this.#factory = factory;
    this.#commands = commands;
    this.#elements = elements;
  }

  /** An empty condition is taken away. */
  change(way: CanvasElement, feel: string): void {
    this.#update([[way, { conditionExpression: feel === "" ? undefined : this.#expression(way, feel) }], ...this.#asDefault(way, false)]);
  }

  /** The way is taken when no other one fits, or has a condition of its own again. */
  setDefault(way: CanvasElement, is: boolean): void {
    this.#update([...(is ? [[way, { conditionExpression: undefined }] as Change] : []), ...this.#asDefault(way, is)]);
  }

  isDefault(way: CanvasElement): boolean {
    return sourceOf(way)?.get("default") === way.businessObject;
  }

  /** A decision; tasks and events have no way for “no other fits”. */
  canBeDefault(way: CanvasElement): boolean {
    return sourceOf(way)?.$type.endsWith("Gateway") === true;
  }

  #asDefault(way: CanvasElement, is: boolean): Change[] {
    const source = this.#elements.get(sourceOf(way)?.id ?? "");
    if (source === undefined || this.isDefault(way) === is) return [];
    return [[source, { default: is ? way.businessObject : undefined }]];
  }

  #expression(way: CanvasElement, body: string): ModdleObject {
    const expression = this.#factory.create("bpmn:FormalExpression", { body });
    expression.$parent = way.businessObject;
    return expression;
  }

  #update(changes: Change[]): void {
    this.#commands.execute(
      "properties-panel.multi-command-executor",
      changes.map(([element, properties]) => ({ cmd: "element.updateProperties", context: { element, properties } })),
    );
  }
}

type Change = [CanvasElement, object];

const sourceOf = (way: CanvasElement) => way.businessObject.get("sourceRef") as ModdleObject | undefined;
