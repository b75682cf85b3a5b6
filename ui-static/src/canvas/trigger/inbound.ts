import { extension, listOf, propertyOf, type CanvasElement, type ModdleObject } from "../model.ts";

export const webhook = "wireroom:webhook:1";

/** What a new webhook begins with: for callers on this machine only, answered at once. */
export const webhookBeginnings = (workflow: string): Record<string, string> => ({
  "inbound.type": webhook,
  "inbound.path": workflow.toLowerCase().replace(/[^a-z0-9._~-]+/g, "-"),
  "inbound.method": "POST",
  "inbound.auth.type": "none",
  "inbound.response": "ack",
  resultExpression: "=request.body",
});

interface BpmnFactory {
  create(type: string, attributes: object): ModdleObject;
}
interface CommandStack {
  execute(command: string, context: object): void;
}
type Command = { cmd: string; context: object };

/** Writes `zeebe:property` entries of an event as one step of undo. */
export class Inbound {
  static $inject = ["bpmnFactory", "commandStack"];

  readonly #factory: BpmnFactory;
  readonly #commands: CommandStack;

  constructor(factory: BpmnFactory, commands: CommandStack) {
    this.#factory = factory;
    this.#commands = commands;
  }

  /** Makes the start event a webhook, with a path made from the workflow's id. */
  begin(element: CanvasElement): void {
    this.change(element, webhookBeginnings(processOf(element.businessObject)));
  }

  /** Takes everything away that makes the start event a webhook. */
  end(element: CanvasElement): void {
    const names = propertiesOf(element).map((property) => String(property.get("name")));
    const gone = names.filter((name) => name.startsWith("inbound."));
    this.change(element, Object.fromEntries([...gone, "resultExpression"].map((name) => [name, ""])));
  }

  /** An empty value removes the property. */
  change(element: CanvasElement, values: Record<string, string>): void {
    const kept = propertiesOf(element).filter(
      (property) => !Object.hasOwn(values, String(property.get("name"))),
    );
    const changed = Object.entries(values).filter(([, value]) => value !== "");
    const commands: Command[] = [];
    const container = this.#container(element, commands);
    const fresh = changed.map(([name, value]) => {
      const property = this.#factory.create("zeebe:Property", { name, value });
      property.$parent = container;
      return property;
    });
    commands.push(update(element, container, { properties: [...kept, ...fresh] }));
    this.#commands.execute("properties-panel.multi-command-executor", commands);
  }

  /** The event's `zeebe:properties`, made by the same commands when it has none. */
  #container(element: CanvasElement, commands: Command[]): ModdleObject {
    const object = element.businessObject;
    const found = extension(object, "zeebe:Properties");
    if (found !== undefined) return found;
    let elements = object.get("extensionElements") as ModdleObject | undefined;
    if (elements === undefined) {
      elements = this.#factory.create("bpmn:ExtensionElements", { values: [] });
      elements.$parent = object;
      commands.push(update(element, object, { extensionElements: elements }));
    }
    const container = this.#factory.create("zeebe:Properties", { properties: [] });
    container.$parent = elements;
    const values = [...listOf(elements, "values"), container];
    commands.push(update(element, elements, { values }));
    return container;
  }
}

export const isWebhook = (element: CanvasElement): boolean =>
  propertyOf(element.businessObject, "inbound.type") === webhook;

function processOf(object: ModdleObject): string {
  if (object.$type === "bpmn:Process") return object.id;
  return object.$parent === undefined ? "start" : processOf(object.$parent);
}

const propertiesOf = (element: CanvasElement) =>
  listOf(extension(element.businessObject, "zeebe:Properties"), "properties");

const update = (element: CanvasElement, moddleElement: ModdleObject, properties: object) => ({
  cmd: "element.updateModdleProperties",
  context: { element, moddleElement, properties },
});
