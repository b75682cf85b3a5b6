import type { Catalogue } from "../cards/catalogue.ts";
import { jobType, type CanvasElement } from "../model.ts";
import { changedEntries } from "../panel-entries.ts";
import { ModelPicker } from "./model-picker.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface Property {
  label?: string;
  feel?: string;
  binding: { type: string; name?: string };
}
interface Entry {
  id: string;
  component: unknown;
  property?: Property;
}
type PanelGroup = { id: string; entries?: Entry[] };

/** Before the frames (104), after all groups are there. */
const priority = 110;

/** The input “model” of a step that asks one is chosen from those that there are. */
export class ModelInputs {
  static $inject = ["propertiesPanel", "catalogue"];

  readonly #catalogue: Catalogue;

  constructor(panel: PropertiesPanel, catalogue: Catalogue) {
    this.#catalogue = catalogue;
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      this.#asks(element)
        ? changedEntries<Entry, PanelGroup>(groups, (entry) => picked(entry, element))
        : groups;
  }

  #asks({ businessObject }: CanvasElement): boolean {
    const type = jobType(businessObject);
    return this.#catalogue.connectors.some((one) => one.type === type && one.kind === "model");
  }
}

const isModel = ({ property }: Entry) => property?.binding.type === "zeebe:input" && property.binding.name === "model";

function picked(entry: Entry, element: CanvasElement): Entry {
  const { property } = entry;
  if (property === undefined || !isModel(entry)) return entry;
  const { label = "Model" } = property;
  // why without "feel": no values belong beside a list; the field for expressions has its own.
  const { feel: _, ...plain } = property;
  return { ...entry, component: ModelPicker, property: plain, ...{ element, label, expression: entry.component, whole: property } };
}
