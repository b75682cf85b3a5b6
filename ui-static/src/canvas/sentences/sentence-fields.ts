import type { CanvasElement } from "../model.ts";
import { ConditionEntry } from "./condition-entry.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
type Entry = { id: string; component: unknown };
type PanelGroup = { id: string; label?: string; shouldOpen?: boolean; entries?: Entry[] };

/** After the field has got its preview (105), before the order is made (100). */
const priority = 103;

/** A way out of a decision says in words when it is taken. */
export class SentenceFields {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] =>
      groups.map((group) =>
        group.entries?.some(isCondition) === true
          ? { ...group, shouldOpen: true, entries: group.entries.map((entry) => (isCondition(entry) ? said(entry, element) : entry)) }
          : group,
      );
  }
}

const isCondition = ({ id }: Entry) => id === "conditionExpression";

const said = (entry: Entry, element: CanvasElement) => ({
  id: entry.id,
  component: ConditionEntry,
  expression: entry,
  element,
});
