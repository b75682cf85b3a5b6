import type { ModdleObject } from "../model.ts";
import { beginnings } from "../trigger/kinds.ts";

interface BpmnFactory {
  create(type: string, attributes?: object): ModdleObject;
}

/** How long a new wait lasts until somebody says otherwise. */
export const firstWait = "PT1H";

/** What a new loop goes through until its list is chosen. */
const firstItems = { inputCollection: "=items", inputElement: "item" };

/** A reply finds its run by this value of the run … */
const awaited = "=id";
/** … which the reply has to bring. */
const brought = "=request.body.id";

/** Says when an event happens: complete, so that it can be published as it is. */
export class EventDefinitions {
  static $inject = ["bpmnFactory"];

  readonly #objects: BpmnFactory;

  constructor(objects: BpmnFactory) {
    this.#objects = objects;
  }

  /** Every error of a step; compensation; the end of everything. */
  plain(event: ModdleObject, type: string): void {
    Object.assign(event, { eventDefinitions: [this.child(event, type, {})] });
  }

  timer(event: ModdleObject, field: "timeCycle" | "timeDuration", body: string): void {
    const timer = this.child(event, "bpmn:TimerEventDefinition", {});
    Object.assign(timer, { [field]: this.child(timer, "bpmn:FormalExpression", { body }) });
    Object.assign(event, { eventDefinitions: [timer] });
  }

  /** A request that brings the run's own value lets the run go on. */
  reply(event: ModdleObject, workflow: string): void {
    const message = this.#objects.create("bpmn:Message", { name: `${workflow}.${event.id}` });
    this.extend(message, this.child(message, "zeebe:Subscription", { correlationKey: awaited }));
    const definition = this.child(event, "bpmn:MessageEventDefinition", { messageRef: message });
    Object.assign(event, { eventDefinitions: [definition] });
    this.properties(event, {
      ...beginnings("webhook", `${workflow}-${event.id}`),
      "inbound.correlationKey": brought,
    });
  }

  /** What an event brings stays with the event until it is handed on to the run. */
  handOn(event: ModdleObject, name: string): void {
    const mapping = this.child(event, "zeebe:IoMapping", {});
    const output = this.child(mapping, "zeebe:Output", { source: `=${name}`, target: name });
    Object.assign(mapping, { outputParameters: [output] });
    this.extend(event, mapping);
  }

  /** Once per item; why one after the other: steps of items at the same time would share their values. */
  loop(owner: ModdleObject): ModdleObject {
    const loop = this.child(owner, "bpmn:MultiInstanceLoopCharacteristics", { isSequential: true });
    this.extend(loop, this.child(loop, "zeebe:LoopCharacteristics", firstItems));
    return loop;
  }

  properties(owner: ModdleObject, values: Record<string, string>): void {
    const container = this.child(owner, "zeebe:Properties", {});
    const properties = Object.entries(values).map(([name, value]) =>
      this.child(container, "zeebe:Property", { name, value }),
    );
    Object.assign(container, { properties });
    this.extend(owner, container);
  }

  extend(owner: ModdleObject, value: ModdleObject): void {
    const elements = this.child(owner, "bpmn:ExtensionElements", { values: [value] });
    value.$parent = elements;
    Object.assign(owner, { extensionElements: elements });
  }

  child(parent: ModdleObject, type: string, attributes: object): ModdleObject {
    const object = this.#objects.create(type, attributes);
    object.$parent = parent;
    return object;
  }
}
