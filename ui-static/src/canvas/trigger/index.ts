import {
  Group,
  isSelectEntryEdited,
  isTextFieldEntryEdited,
} from "@bpmn-io/properties-panel";
import { isA, listOf, type CanvasElement } from "../model.ts";
import { Inbound, isWebhook } from "./inbound.ts";
import {
  HookAddress,
  HookAnswer,
  HookCallers,
  HookMethod,
  HookPath,
  HookValues,
  StartsBy,
} from "./trigger-group.tsx";

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}
type PanelGroup = { id: string };

/** After the providers of bpmn-js, so that the group can be put before theirs. */
const priority = 400;

/** A start event's panel says who starts the workflow, without XML. */
class TriggerProvider {
  static $inject = ["propertiesPanel"];

  constructor(panel: PropertiesPanel) {
    panel.registerProvider(priority, this);
  }

  getGroups(element: CanvasElement) {
    return (groups: PanelGroup[]): PanelGroup[] => {
      if (!canBeWebhook(element)) return groups;
      const [general, ...rest] = groups;
      return general === undefined ? [group(element)] : [general, group(element), ...rest];
    };
  }
}

const canBeWebhook = (element: CanvasElement) =>
  isA(element, "bpmn:StartEvent") &&
  element.labelTarget === undefined &&
  isA(element.parent?.businessObject ?? element, "bpmn:Process") &&
  listOf(element.businessObject, "eventDefinitions").length === 0;

function group(element: CanvasElement): PanelGroup & Record<string, unknown> {
  const select = { element, isEdited: isSelectEntryEdited };
  const text = { element, isEdited: isTextFieldEntryEdited };
  const hook = [
    { id: "hookAddress", component: HookAddress, element },
    { id: "hookPath", component: HookPath, ...text },
    { id: "hookMethod", component: HookMethod, ...select },
    { id: "hookCallers", component: HookCallers, ...select },
    { id: "hookAnswer", component: HookAnswer, ...select },
    { id: "hookValues", component: HookValues, ...text },
  ];
  const starts = { id: "startsBy", component: StartsBy, ...select };
  return {
    id: "wireroom-trigger",
    label: "How it starts",
    component: Group,
    shouldOpen: true,
    entries: isWebhook(element) ? [starts, ...hook] : [starts],
  };
}

export const triggerModule = {
  __init__: ["triggerProvider"],
  triggerProvider: ["type", TriggerProvider],
  inbound: ["type", Inbound],
};
