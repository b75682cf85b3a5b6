import { hasDefinition } from "../lint/called.ts";
import { conditionOf, isA, jobType, type ModdleObject } from "../model.ts";
import type { OutlineKind } from "./node.ts";

const kinds: [type: string, kind: OutlineKind, word: string][] = [
  ["bpmn:StartEvent", "start", "Start"],
  ["bpmn:EndEvent", "end", "End"],
  ["bpmn:EventBasedGateway", "decision", "Whichever comes first"],
  ["bpmn:ExclusiveGateway", "decision", "Decision"],
  ["bpmn:InclusiveGateway", "decision", "All that apply"],
  ["bpmn:ParallelGateway", "fork", "At the same time"],
  ["bpmn:ComplexGateway", "decision", "Decision"],
  ["bpmn:SubProcess", "group", "Group"],
  ["bpmn:CallActivity", "step", "Run another workflow"],
  ["bpmn:UserTask", "step", "A person decides"],
  ["bpmn:ReceiveTask", "step", "Wait for a message"],
  ["bpmn:Task", "step", "Step"],
  ["bpmn:Event", "event", "Event"],
];

export function kindOf(node: ModdleObject): OutlineKind {
  return kinds.find(([type]) => isA(node, type))?.[1] ?? "step";
}

/** What it is, in plain words; a connector says it better than BPMN does. */
export function wordOf(node: ModdleObject, connectorName: (type: string) => string | undefined, ways: number): string {
  const type = jobType(node);
  const connector = type === undefined ? undefined : connectorName(type);
  if (connector !== undefined) return connector;
  if (node.get("loopCharacteristics") !== undefined && isA(node, "bpmn:SubProcess")) return "For each item";
  if (isA(node, "bpmn:Gateway") && ways < 2) return isA(node, "bpmn:ParallelGateway") ? "Wait for all ways" : "Ways come together";
  if (isA(node, "bpmn:IntermediateCatchEvent")) return caught(node, "Wait");
  return kinds.find(([kind]) => isA(node, kind))?.[2] ?? "Step";
}

const events: [type: string, when: string, wait: string][] = [
  ["bpmn:ErrorEventDefinition", "If it fails", "Wait for an error"],
  ["bpmn:TimerEventDefinition", "If it takes too long", "Wait for a time"],
  ["bpmn:MessageEventDefinition", "If a message arrives", "Wait for a message"],
  ["bpmn:SignalEventDefinition", "If a signal arrives", "Wait for a signal"],
  ["bpmn:EscalationEventDefinition", "If it calls for help", "Wait for a call for help"],
  ["bpmn:CompensateEventDefinition", "To undo it", "Wait to undo"],
  ["bpmn:ConditionalEventDefinition", "If something becomes true", "Wait until something is true"],
];

function caught(node: ModdleObject, otherwise: string): string {
  return events.find(([type]) => hasDefinition(node, type))?.[2] ?? otherwise;
}

/** When an event on a step's edge happens. */
export const whenWord = (event: ModdleObject): string =>
  events.find(([type]) => hasDefinition(event, type))?.[1] ?? "If something happens";

/** When a way is taken: its name stands by itself, so this is for those that have none. */
export function wayWord(way: ModdleObject, split: ModdleObject, at: number): string {
  if (split.get("default") === way) return "Otherwise";
  const text = conditionOf(way).replace(/^=/, "").trim();
  return text === "" ? `Way ${at + 1}` : `If ${text}`;
}

