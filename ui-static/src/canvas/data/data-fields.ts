import { extension, inputOf, propertyOf, type CanvasElement, type ModdleObject } from "../model.ts";
import { changedEntries } from "../panel-entries.ts";
import { DataEntry, type FieldData } from "./data-entry.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface Entry {
  id: string;
  component: unknown;
  property?: { feel?: string; binding: { type: string; name?: string } };
}
type PanelGroup = { id: string; entries?: Entry[] };

/** After all fields are there, before the order is made (100). */
const priority = 105;

interface DataEntryParts {
  original: unknown;
  field: FieldData;
  element: CanvasElement;
}

/** Fields that take expressions get chips, a picker and a preview. */
export class DataFields {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      changedEntries<Entry, PanelGroup>(groups, (entry) => withData(entry, element));
  }
}

function withData(entry: Entry, element: CanvasElement): Entry & Partial<DataEntryParts> {
  const field = fieldOf(entry);
  if (field === undefined) return entry;
  return { ...entry, component: DataEntry, original: entry.component, field, element };
}

/** How a field's text is read from the drawing; undefined for fields that take no expressions. */
export function fieldOf({ id, property }: Entry): FieldData | undefined {
  if (property !== undefined) {
    const { type, name } = property.binding;
    const takes = property.feel !== undefined && type === "zeebe:input" && name !== undefined;
    return takes ? { sees: "step", read: ({ businessObject }) => inputOf(businessObject, name) ?? "" } : undefined;
  }
  return fields[id];
}

const body = (object: ModdleObject | undefined): string => text(object?.get("body"));
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const loopOf = ({ businessObject }: CanvasElement) =>
  businessObject.get("loopCharacteristics") as ModdleObject | undefined;
const loopSetting = (name: string) => (element: CanvasElement) => {
  const loop = loopOf(element);
  return text(loop === undefined ? undefined : extension(loop, "zeebe:LoopCharacteristics")?.get(name));
};
const property = (name: string) => ({ businessObject }: CanvasElement) => propertyOf(businessObject, name) ?? "";

export const conditionOf = ({ businessObject }: CanvasElement): string =>
  body(businessObject.get("conditionExpression") as ModdleObject | undefined);

const fields: Record<string, FieldData> = {
  conditionExpression: { sees: "step", decides: true, read: conditionOf },
  "multiInstance-inputCollection": { sees: "step", wantsList: true, read: loopSetting("inputCollection") },
  hookValues: { sees: "request", read: property("resultExpression") },
  hookDedupe: { sees: "request", read: property("inbound.dedupeKey") },
  hookKey: { sees: "request", read: property("inbound.correlationKey") },
  scriptExpression: {
    sees: "step",
    read: ({ businessObject }) => text(extension(businessObject, "zeebe:Script")?.get("expression")),
  },
};
