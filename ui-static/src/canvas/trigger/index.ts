import { connectionsModule } from "../connections/index.ts";
import type { CanvasElement } from "../model.ts";
import { catchGroups, startGroups, type PanelGroup } from "./groups.ts";
import { Inbound } from "./inbound.ts";
import { NewForms } from "./new-forms.ts";
import { isCatch, isStart } from "./kinds.ts";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

/** After the providers of bpmn-js, so that the groups can be put before theirs. */
const priority = 400;

/** The panel says who starts the workflow, and what lets a waiting run go on, without XML. */
class TriggerProvider {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] => {
      const own = isStart(element) ? startGroups(element) : isCatch(element) ? catchGroups(element) : [];
      const [general, ...rest] = groups;
      return general === undefined ? own : [general, ...own, ...rest];
    };
  }
}

export const triggerModule = {
  __depends__: [connectionsModule],
  __init__: ["triggerProvider", "newForms"],
  newForms: ["type", NewForms],
  triggerProvider: ["type", TriggerProvider],
  inbound: ["type", Inbound],
};
