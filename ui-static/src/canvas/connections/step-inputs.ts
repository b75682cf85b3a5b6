import { extension, listOf, type CanvasElement, type ModdleObject } from "../model.ts";

interface BpmnFactory {
  create(type: string, attributes: object): ModdleObject;
}
interface CommandStack {
  execute(command: string, context: object): void;
}

/** Writes an input of a step as one step of undo; an empty value removes it. */
export class StepInputs {
  static $inject = ["bpmnFactory", "commandStack"];

  readonly #factory: BpmnFactory;
  readonly #commands: CommandStack;

  constructor(factory: BpmnFactory, commands: CommandStack) {
    this.#factory = factory;
    this.#commands = commands;
  }

  change(element: CanvasElement, target: string, source: string): void {
    const { businessObject: task } = element;
    const elements = task.get("extensionElements") as ModdleObject | undefined;
    if (elements === undefined) throw new Error(`${task.id} is no step of a connector`);
    const before = extension(task, "zeebe:IoMapping");
    const mapping = before ?? this.#factory.create("zeebe:IoMapping", { inputParameters: [] });
    mapping.$parent = elements;
    const old = listOf(before, "inputParameters");
    const inputs = withInput(old, target, source === "" ? undefined : this.#input(mapping, target, source));
    const update = (moddleElement: ModdleObject, properties: object) => ({
      cmd: "element.updateModdleProperties",
      context: { element, moddleElement, properties },
    });
    this.#commands.execute("properties-panel.multi-command-executor", [
      ...(before === undefined ? [update(elements, { values: [...listOf(elements, "values"), mapping] })] : []),
      update(mapping, { inputParameters: inputs }),
    ]);
  }

  #input(mapping: ModdleObject, target: string, source: string): ModdleObject {
    const input = this.#factory.create("zeebe:Input", { source, target });
    input.$parent = mapping;
    return input;
  }
}

/** The same order, as the file had it. */
function withInput(old: ModdleObject[], target: string, input: ModdleObject | undefined): ModdleObject[] {
  const others = (one: ModdleObject) => one.get("target") !== target;
  if (input === undefined) return old.filter(others);
  return old.every(others) ? [...old, input] : old.map((one) => (others(one) ? one : input));
}
