import type { StepInputs } from "../connections/step-inputs.ts";
import { inputOf, type CanvasElement } from "../model.ts";
import { changedEntries } from "../panel-entries.ts";
import { FieldFrame } from "./field-frame.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface Property {
  label?: string;
  type?: string;
  feel?: string;
  constraints?: { notEmpty?: boolean };
  binding: { type: string; name?: string };
}
interface Entry {
  id: string;
  component: unknown;
  property?: Property;
}
type PanelGroup = { id: string; entries?: Entry[] };

/** A field that can be written in a room of its own. */
export interface Roomy {
  name: string;
  label: string;
  /** Lists, contexts and numbers: there is no text, only expressions. */
  expression: boolean;
  read: (element: CanvasElement) => string;
  write: (element: CanvasElement, source: string) => void;
}

/** After the chips (105) and before the conditions in words (103): the frame is around them. */
const priority = 104;

/** Connectors' fields say whether they are needed, and long ones open large. */
class FieldFrames {
  static $inject = ["propertiesPanel", "stepInputs"];

  readonly #inputs: StepInputs;

  constructor(panel: PropertiesPanel, inputs: StepInputs) {
    this.#inputs = inputs;
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      changedEntries<Entry, PanelGroup>(groups, (entry) => this.#framed(entry, element));
  }

  #framed(entry: Entry, element: CanvasElement): Entry {
    const { property } = entry;
    if (property === undefined) return entry;
    const needed = property.constraints?.notEmpty === true;
    const roomy = this.#roomy(property);
    if (!needed && roomy === undefined) return entry;
    return { ...entry, component: FieldFrame, ...{ framed: entry.component, needed, roomy, element } };
  }

  #roomy({ type, feel, label, binding }: Property): Roomy | undefined {
    const { name } = binding;
    if (binding.type !== "zeebe:input" || name === undefined || type !== "Text" || feel === undefined) return undefined;
    return {
      name,
      label: label ?? name,
      expression: feel === "required",
      read: ({ businessObject }) => inputOf(businessObject, name) ?? "",
      write: (element, source) => this.#inputs.change(element, name, source),
    };
  }
}

export const fieldFramesModule = {
  __init__: ["fieldFrames"],
  fieldFrames: ["type", FieldFrames],
};
