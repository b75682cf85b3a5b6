import { extension, type CanvasElement } from "../model.ts";
import { changedEntries } from "../panel-entries.ts";
import { StepConnection } from "./step-connection.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface Entry {
  id: string;
  component: unknown;
  property?: { binding: { type: string; name?: string } };
}
type PanelGroup = { id: string; entries?: Entry[] };

/** Before the order is made (100), after all groups are there. */
const priority = 110;

/** A step's input “connection” is chosen from what is stored, instead of being typed. */
export class ConnectionInputs {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      extension(element.businessObject, "zeebe:TaskDefinition") === undefined
        ? groups
        : changedEntries<Entry, PanelGroup>(groups, (entry) => picked(entry, element));
  }
}

const isConnection = ({ property }: Entry) =>
  property?.binding.type === "zeebe:input" && property.binding.name === "connection";

const picked = (entry: Entry, element: CanvasElement): Entry & { element?: CanvasElement } =>
  isConnection(entry) ? { ...entry, component: StepConnection, element } : entry;
