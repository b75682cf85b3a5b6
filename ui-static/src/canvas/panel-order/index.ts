import { modelTemplate, type CanvasElement } from "../model.ts";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
type PanelGroup = { id: string; shouldOpen?: boolean };

/** The last provider: it sees all groups. */
const priority = 100;

const own = "ElementTemplates__CustomProperties";

/** A connector's panel says in its own words what these say in XML's. */
const saidAlready = new Set(["taskDefinition", "inputs", "outputs", "headers"]);
const template = "ElementTemplates__Template";

/** What a step needs comes first and open; documentation and listeners come after. */
class PanelOrder {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] => {
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
    };
  }
}

export const panelOrderModule = {
  __init__: ["panelOrder"],
  panelOrder: ["type", PanelOrder],
};
