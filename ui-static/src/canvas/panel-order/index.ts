import { Group } from "@bpmn-io/properties-panel";
import { type CanvasElement } from "../model.ts";
import { SaysEntry } from "../says/says-entry.tsx";
import type { StepFields } from "../step-fields/index.ts";
import { stepFieldsModule } from "../step-fields/index.ts";
import { Bare } from "./bare.tsx";
import { inTwo, own, type PanelGroup } from "./plain-groups.ts";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
interface EventBus {
  on(event: string, act: (event: { layout: Layout }) => void): void;
}
interface Layout {
  groups?: Record<string, { open?: boolean } | undefined>;
}

/** The last provider: it sees all groups. */
const priority = 100;

const details = "wireroom-technical";
const remembered = "wireroom.panel.technical";

/** Groups that are open from the beginning, besides a connector's first one. */
const open = new Set(["multiInstance", "calledElement", "timer", "condition", "error", "message", "script", "assignmentDefinition"]);

/** A sentence first, then what a step needs, in plain words; what only builders look for is folded away. */
class PanelOrder {
  static $inject = ["propertiesPanel", "stepFields", "eventBus"];

  readonly #fields: StepFields;
  #unfolded = localStorage.getItem(remembered) === "open";

  constructor(panel: PropertiesPanel, fields: StepFields, eventBus: EventBus) {
    this.#fields = fields;
    panel.registerProvider(priority, this);
    eventBus.on("propertiesPanel.layoutChanged", ({ layout }) => this.#remember(layout));
  }

  getGroups(element: CanvasElement) {
    return (all: PanelGroup[]): PanelGroup[] => {
      this.#fields.learn(all);
      const { plain, technical } = inTwo(element, all);
      const sentence: PanelGroup = { id: "wireroom-says", component: SaysEntry, element };
      const folded = technical.length === 0 ? [] : [this.#folded(element, technical)];
      return [sentence, ...ordered(plain), ...folded];
    };
  }

  /** A group of groups: the panel draws a group as it draws any other entry. */
  #folded(element: CanvasElement, entries: PanelGroup[]): PanelGroup {
    return { id: details, label: "Technical details", component: Group, shouldOpen: this.#unfolded, entries, element };
  }

  #remember(layout: Layout): void {
    const now = layout.groups?.[details]?.open;
    if (now === undefined || now === this.#unfolded) return;
    this.#unfolded = now;
    localStorage.setItem(remembered, now ? "open" : "closed");
  }
}

function ordered(groups: PanelGroup[]): PanelGroup[] {
  const general = groups.filter(({ id }) => id === "general").map((group) => ({ ...group, component: Bare }));
  const inputs = groups.filter(({ id }) => id.startsWith(own));
  const rest = groups.filter((group) => group.id !== "general" && !inputs.includes(group));
  const opened = inputs.map((group, at) => (at === 0 ? { ...group, shouldOpen: true } : group));
  const others = rest.map((group) => (open.has(group.id) ? { ...group, shouldOpen: true } : group));
  // why: what a step is repeated for is said before what it does each time.
  const each = others.filter(({ id }) => id === "multiInstance");
  return [...general, ...each, ...opened, ...others.filter((group) => !each.includes(group))];
}

export const panelOrderModule = {
  __depends__: [stepFieldsModule],
  __init__: ["panelOrder"],
  panelOrder: ["type", PanelOrder],
};
