import type { CanvasElement, ModdleObject } from "../model.ts";
import { ExtensionChange, update, type BpmnFactory, type Command } from "./extension-change.ts";
import {
  beginnings,
  exampleForm,
  firstCycle,
  formOf,
  processOf,
  propertyNames,
  type StartKind,
} from "./kinds.ts";

interface CommandStack {
  execute(command: string, context: object): void;
}

const formKey = "camunda-forms:bpmn:";

/** Says how things start: each change is one step of undo. */
export class Inbound {
  static $inject = ["bpmnFactory", "commandStack"];

  readonly #factory: BpmnFactory;
  readonly #commands: CommandStack;

  constructor(factory: BpmnFactory, commands: CommandStack) {
    this.#factory = factory;
    this.#commands = commands;
  }

  /** Makes the start event start by something else, with settings to begin with. */
  become(element: CanvasElement, kind: StartKind): void {
    const object = element.businessObject;
    const process = processOf(object);
    const own = new ExtensionChange(this.#factory, element)
      .properties({ ...this.#cleared(object), ...beginnings(kind, process?.id ?? "start") })
      .drop("zeebe:FormDefinition");
    const id = `form_${object.id}`;
    if (kind === "form") own.put("zeebe:FormDefinition", { formKey: `${formKey}${id}` });
    this.#execute([
      ...own.commands(),
      ...this.#timer(element, kind === "schedule" ? firstCycle : undefined),
      ...this.#form(element, process, id, kind === "form" ? exampleForm : undefined),
    ]);
  }

  /** Lets a webhook continue the runs that wait at an event, or ends that. */
  catches(element: CanvasElement, webhook: boolean): void {
    const { id } = element.businessObject;
    const process = processOf(element.businessObject)?.id ?? "run";
    const values = webhook
      ? { ...beginnings("webhook", `${process}-${id}`), "inbound.correlationKey": "=request.body.id" }
      : {};
    const change = new ExtensionChange(this.#factory, element);
    change.properties({ ...this.#cleared(element.businessObject), ...values });
    this.#execute(change.commands());
  }

  /** An empty value removes the property. */
  change(element: CanvasElement, values: Record<string, string>): void {
    this.#execute(new ExtensionChange(this.#factory, element).properties(values).commands());
  }

  /** The time of a timer, as ISO 8601 or as a cron expression. */
  repeat(element: CanvasElement, cycle: string): void {
    this.#execute(this.#timer(element, cycle));
  }

  /** The form of a start, as JSON. */
  design(element: CanvasElement, json: string): void {
    const object = element.businessObject;
    const { id } = formOf(object) ?? { id: `form_${object.id}` };
    const own = new ExtensionChange(this.#factory, element)
      .drop("zeebe:FormDefinition")
      .put("zeebe:FormDefinition", { formKey: `${formKey}${id}` });
    this.#execute([...own.commands(), ...this.#form(element, processOf(object), id, json)]);
  }

  #cleared(object: ModdleObject): Record<string, string> {
    const gone = propertyNames(object).filter((name) => name.startsWith("inbound."));
    return Object.fromEntries([...gone, "resultExpression", "resultVariable"].map((name) => [name, ""]));
  }

  #timer(element: CanvasElement, cycle: string | undefined): Command[] {
    const object = element.businessObject;
    if (cycle === undefined) return [update(element, object, { eventDefinitions: [] })];
    const definition = this.#factory.create("bpmn:TimerEventDefinition", {});
    const time = this.#factory.create("bpmn:FormalExpression", { body: cycle });
    definition.$parent = object;
    time.$parent = definition;
    Object.assign(definition, { timeCycle: time });
    return [update(element, object, { eventDefinitions: [definition] })];
  }

  #form(
    element: CanvasElement,
    process: ModdleObject | undefined,
    id: string,
    body: string | undefined,
  ): Command[] {
    if (process === undefined) return [];
    const before = formOf(element.businessObject);
    if (body === undefined && before === undefined) return [];
    const change = new ExtensionChange(this.#factory, element, process);
    change.drop("zeebe:UserTaskForm", (form) => form.id === id || form.id === before?.id);
    if (body !== undefined) change.put("zeebe:UserTaskForm", { id, body });
    return change.commands();
  }

  #execute(commands: Command[]): void {
    this.#commands.execute("properties-panel.multi-command-executor", commands);
  }
}
