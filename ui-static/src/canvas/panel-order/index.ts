interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
type PanelGroup = { id: string; shouldOpen?: boolean };

/** The last provider: it sees all groups. */
const priority = 100;

const own = "ElementTemplates__CustomProperties";

/** What a step needs comes first and open; documentation and listeners come after. */
class PanelOrder {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups() {
    return (groups: PanelGroup[]): PanelGroup[] => {
      const inputs = groups.filter((group) => group.id.startsWith(own));
      const [first, ...others] = inputs;
      if (first === undefined) return groups;
      const rest = groups.filter((group) => !inputs.includes(group));
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
