import { Group } from "@bpmn-io/properties-panel";
import { modelTemplate, type CanvasElement } from "../model.ts";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
type PanelGroup = { id: string; shouldOpen?: boolean } & Record<string, unknown>;

/** The last provider: it sees all groups. */
const priority = 100;

const own = "ElementTemplates__CustomProperties";

/** A connector's panel says in its own words what these say in XML's. */
const saidAlready = new Set(["taskDefinition", "inputs", "outputs", "headers"]);
const template = "ElementTemplates__Template";

/** What only those who write workers or exporters look for. */
const forDevelopers = new Set([
  "Zeebe__ExecutionListeners",
  "Zeebe__TaskListeners",
  "Zeebe__ExtensionProperties",
]);

const eachItem = "multiInstance";

/** What a step needs comes first and open; documentation comes after, what developers need last. */
class PanelOrder {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (all: PanelGroup[]): PanelGroup[] => {
      const groups = all.filter(({ id }) => !forDevelopers.has(id)).map(openEachItem);
      const details = all.filter(({ id }) => forDevelopers.has(id));
      const ordered = this.#ordered(element, groups);
      return details.length === 0 ? ordered : [...ordered, developersGroup(element, details)];
    };
  }

  #ordered(element: CanvasElement, groups: PanelGroup[]): PanelGroup[] {
    const inputs = groups.filter((group) => group.id.startsWith(own));
    const [first, ...others] = inputs;
    if (first === undefined) return groups;
    const applied = modelTemplate(element.businessObject) !== undefined;
    const rest = groups.filter(
      (group) =>
        !inputs.includes(group) &&
        !saidAlready.has(group.id) &&
        (applied || group.id !== template),
    );
    const [general, ...after] = rest;
    const opened = { ...first, shouldOpen: true };
    return general === undefined
      ? [opened, ...others]
      : [general, opened, ...others, ...after];
  }
}

const openEachItem = (group: PanelGroup): PanelGroup =>
  group.id === eachItem ? { ...group, shouldOpen: true } : group;

/** A group of groups: the panel draws a group as it draws any other entry. */
const developersGroup = (element: CanvasElement, groups: PanelGroup[]): PanelGroup => ({
  id: "wireroom-developers",
  label: "Details for developers",
  component: Group,
  entries: groups,
  element,
});

export const panelOrderModule = {
  __init__: ["panelOrder"],
  panelOrder: ["type", PanelOrder],
};
