import type { Catalogue } from "../cards/catalogue.ts";
import { isA, jobType, listOf, extension, type CanvasElement, type ModdleObject } from "../model.ts";
import { names } from "../data/step-values.ts";
import type { DataAtStep, StepData } from "../data/step-data.ts";
import { TryEntry } from "./try-entry.tsx";

interface EventBus {
  fire(event: string, payload: object): void;
}
interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface Selection {
  get(): CanvasElement[];
}
type PanelGroup = { id: string } & Record<string, unknown>;

/** Asks the page to let a person try a step. */
export interface TrialRequest {
  element: CanvasElement;
  name: string;
}

/** After the order of the groups is made (100): this stands above them. */
const priority = 90;

/** A step of one of our connectors can be tried by itself. */
export class TryStep {
  static $inject = ["eventBus", "propertiesPanel", "selection", "catalogue", "stepData"];

  readonly #eventBus: EventBus;
  readonly #selection: Selection;
  readonly #catalogue: Catalogue;
  readonly #data: StepData;

  constructor(
    eventBus: EventBus,
    panel: PropertiesPanel,
    selection: Selection,
    catalogue: Catalogue,
    data: StepData,
  ) {
    this.#eventBus = eventBus;
    this.#selection = selection;
    this.#catalogue = catalogue;
    this.#data = data;
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      this.#can(element) ? [{ id: "wireroom-try", component: TryEntry, element }, ...groups] : groups;
  }

  request(element: CanvasElement): void {
    const { businessObject: object } = element;
    const name = [object.name, this.#connector(element)?.name].find((one) => one !== undefined && one !== "");
    const request: TrialRequest = { element, name: name ?? object.id };
    this.#eventBus.fire("trial.requested", { request });
  }

  /** Answers false when what is chosen is no such step. */
  requestChosen(): boolean {
    const [chosen, another] = this.#selection.get();
    if (chosen === undefined || another !== undefined || !this.#can(chosen)) return false;
    this.request(chosen);
    return true;
  }

  /** The values that the step reads, as far as they are known; the rest is nothing yet. */
  async given(element: CanvasElement): Promise<DataAtStep> {
    const data = await this.#data.at(element, "step");
    const texts = expressionsOf(element.businessObject);
    const read = data.known.filter(({ path, depth }) => depth === 0 && names(texts, path)).map(({ path }) => path);
    const stored = Object.fromEntries(read.map((name) => [name, data.stored[name] ?? null]));
    return { ...data, stored };
  }

  #can(element: CanvasElement): boolean {
    return isA(element, "bpmn:Task") && this.#connector(element) !== undefined;
  }

  #connector({ businessObject }: CanvasElement) {
    const type = jobType(businessObject);
    return this.#catalogue.connectors.find((one) => one.type === type);
  }
}

function expressionsOf(object: ModdleObject): string {
  const mapping = extension(object, "zeebe:IoMapping");
  return ["inputParameters", "outputParameters"]
    .flatMap((list) => listOf(mapping, list))
    .map((one) => one.get("source"))
    .filter((source): source is string => typeof source === "string" && source.startsWith("="))
    .join("\n")
    .replace(/"(?:\\.|[^"\\])*"/g, '""');
}

export const tryStepModule = {
  __init__: ["tryStep"],
  tryStep: ["type", TryStep],
};
