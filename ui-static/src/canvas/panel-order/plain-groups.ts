import { isA, jobType, type CanvasElement } from "../model.ts";
import { isStart } from "../trigger/kinds.ts";

export type PanelEntry = { id: string } & Record<string, unknown>;
export type PanelGroup = {
  id: string;
  label?: string;
  shouldOpen?: boolean;
  entries?: PanelEntry[];
} & Record<string, unknown>;

export const template = "ElementTemplates__Template";
/** The groups of a connector's own template. */
export const own = "ElementTemplates__CustomProperties";

/** What a group means to somebody who has never seen a diagram. */
const labels: Record<string, string> = {
  [template]: "What it does",
  multiInstance: "For each item",
  calledElement: "Which workflow",
  calledDecision: "Which rule",
  script: "What it works out",
  form: "What is asked",
  assignmentDefinition: "Who is asked",
  timer: "When",
  message: "Which message",
  signal: "Which signal",
  error: "Which error",
  escalation: "Which call for help",
  link: "Where it goes on",
  condition: "When",
  conditionalEvent: "When",
  inputs: "What it is given",
  outputs: "What it gives back",
  outputCollection: "What comes back",
  activeElements: "Which steps are done",
};

/** Groups that say how a diagram is made, and not what it does. */
const technical = new Set([
  "documentation",
  "taskDefinition",
  "headers",
  "additionalDataGroup",
  "inputPropagation",
  "outputPropagation",
  "businessRuleImplementation",
  "scriptImplementation",
  "userTaskImplementation",
  "adHocSubProcessImplementation",
  "Zeebe__ExecutionListeners",
  "Zeebe__TaskListeners",
  "Zeebe__ExtensionProperties",
  `${own}-retries`,
]);

/** Single fields of that kind in groups that are plain otherwise. */
const technicalFields = new Set([
  "id",
  "processId",
  "versionTag",
  "isExecutable",
  "bindingType",
  "multiInstance-completionCondition",
  "taskScheduleDueDate",
  "priorityDefinitionPriority",
]);

/** A connector's panel says in its own words what these say in XML's. */
const saidAlready = new Set(["taskDefinition", "inputs", "outputs", "headers"]);

/** The panel in two: what everybody needs, and what only builders look for. */
export function inTwo(element: CanvasElement, groups: readonly PanelGroup[]): { plain: PanelGroup[]; technical: PanelGroup[] } {
  const connector = groups.some(({ id }) => id.startsWith(own));
  const plain: PanelGroup[] = [];
  const rest: PanelGroup[] = [];
  for (const group of groups) {
    if (connector && saidAlready.has(group.id)) continue;
    if (isTechnical(group, element, connector)) rest.push(group);
    else {
      const { kept, moved } = parted(group);
      if (kept !== undefined) plain.push(named(kept));
      if (moved !== undefined) rest.push(moved);
    }
  }
  return { plain, technical: rest };
}

function isTechnical({ id }: PanelGroup, element: CanvasElement, connector: boolean): boolean {
  const { businessObject } = element;
  if (technical.has(id)) return true;
  // why: the schedule above it says the same in words.
  if (id === "timer") return isStart(element);
  if (id === template) return connector || jobType(businessObject) !== undefined;
  // why: what goes in and comes out is what a call is about; elsewhere it is plumbing.
  return (id === "inputs" || id === "outputs") && !isA(businessObject, "bpmn:CallActivity");
}

const named = (group: PanelGroup): PanelGroup => {
  const label = labels[group.id];
  return label === undefined ? group : { ...group, label };
};

/** A group without its technical fields, and those as a group of their own. */
function parted(group: PanelGroup): { kept?: PanelGroup; moved?: PanelGroup } {
  const entries = group.entries ?? [];
  const moved = entries.filter(({ id }) => technicalFields.has(id));
  if (moved.length === 0) return { kept: group };
  const kept = entries.filter(({ id }) => !technicalFields.has(id));
  const aside = { ...group, id: `${group.id}-technical`, label: labels[group.id] ?? group.label ?? "", shouldOpen: false, entries: moved };
  return kept.length === 0 ? { moved: aside } : { kept: { ...group, entries: kept }, moved: aside };
}
