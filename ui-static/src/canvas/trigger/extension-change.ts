import { extension, listOf, type CanvasElement, type ModdleObject } from "../model.ts";

export interface BpmnFactory {
  create(type: string, attributes: object): ModdleObject;
}
export type Command = { cmd: string; context: object };

/**
 * Changes of what one thing carries besides its BPMN, gathered as commands, so that they are one
 * step of undo together with others.
 */
export class ExtensionChange {
  readonly #factory: BpmnFactory;
  readonly #element: CanvasElement;
  readonly #object: ModdleObject;
  readonly #elements: ModdleObject;
  readonly #commands: Command[] = [];
  #values: ModdleObject[];

  constructor(factory: BpmnFactory, element: CanvasElement, object = element.businessObject) {
    this.#factory = factory;
    this.#element = element;
    this.#object = object;
    const elements = object.get("extensionElements") as ModdleObject | undefined;
    this.#elements = elements ?? this.#child("bpmn:ExtensionElements", object, { values: [] });
    this.#values = listOf(elements, "values");
    if (elements === undefined) {
      this.#commands.push(update(element, object, { extensionElements: this.#elements }));
    }
  }

  /** Sets properties of `zeebe:properties`; an empty value removes one. */
  properties(values: Record<string, string>): this {
    const before = extension(this.#object, "zeebe:Properties");
    const container = before ?? this.#child("zeebe:Properties", this.#elements, { properties: [] });
    if (before === undefined) this.#values = [...this.#values, container];
    const kept = listOf(before, "properties").filter(
      (property) => !Object.hasOwn(values, String(property.get("name"))),
    );
    const fresh = Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => this.#child("zeebe:Property", container, { name, value }));
    this.#commands.push(update(this.#element, container, { properties: [...kept, ...fresh] }));
    return this;
  }

  put(type: string, attributes: object): this {
    this.#values = [...this.#values, this.#child(type, this.#elements, attributes)];
    return this;
  }

  drop(type: string, which: (value: ModdleObject) => boolean = () => true): this {
    this.#values = this.#values.filter((value) => value.$type !== type || !which(value));
    return this;
  }

  commands(): Command[] {
    return [...this.#commands, update(this.#element, this.#elements, { values: this.#values })];
  }

  #child(type: string, parent: ModdleObject, attributes: object): ModdleObject {
    const object = this.#factory.create(type, attributes);
    object.$parent = parent;
    return object;
  }
}

export const update = (element: CanvasElement, moddleElement: ModdleObject, properties: object) => ({
  cmd: "element.updateModdleProperties",
  context: { element, moddleElement, properties },
});
