import { plainText, type Known } from "../cards/describe.ts";
import { extension, isA, jobType, type CanvasElement, type ModdleObject } from "../model.ts";
import { connectorSays } from "./connector-says.ts";
import { eventSays } from "./event-says.ts";
import { gatewaySays, waySays } from "./flow-says.ts";
import type { Chip, Part } from "./part.ts";
import { valueWords } from "./value-words.ts";

/** What an element does, as a sentence whose parts lead to their fields; empty when there is nothing to say. */
export function says(element: CanvasElement, known: Known): Part[] {
  const object = element.businessObject;
  if (isA(object, "bpmn:SequenceFlow")) return waySays(object);
  if (isA(object, "bpmn:Gateway")) return gatewaySays(object);
  if (isA(object, "bpmn:Event") || isA(object, "bpmn:ReceiveTask")) return eventSays(element);
  if (!isA(object, "bpmn:Activity")) return [];
  const each = loopSays(object);
  const does = activitySays(object, known);
  return each.length === 0 ? does : [...each, ...lowered(does)];
}

function activitySays(step: ModdleObject, known: Known): Part[] {
  const type = jobType(step);
  const connector = known.connectors.find((one) => one.type === type);
  if (connector !== undefined) return connectorSays(step, connector);
  const setting = (of: string, name: string) => {
    const value = extension(step, of)?.get(name);
    return typeof value === "string" ? value : "";
  };
  if (isA(step, "bpmn:CallActivity")) {
    return ["Runs the workflow ", chip(plainText(setting("zeebe:CalledElement", "processId")), "targetProcessId", "which one?"), " and waits for its end."];
  }
  if (isA(step, "bpmn:UserTask")) {
    const who = setting("zeebe:AssignmentDefinition", "assignee");
    return ["Asks ", chip(plainText(who), "assignmentDefinitionAssignee", "anybody"), ", and waits for the answer."];
  }
  if (isA(step, "bpmn:ScriptTask") && extension(step, "zeebe:Script") !== undefined) {
    const feel = chip(valueWords(setting("zeebe:Script", "expression")), "scriptExpression", "what?");
    return ["Works out ", feel, " and keeps it as ", chip(setting("zeebe:Script", "resultVariable"), "resultVariable", "which name?"), "."];
  }
  if (isA(step, "bpmn:BusinessRuleTask") && extension(step, "zeebe:CalledDecision") !== undefined) {
    return ["Looks up the rule ", chip(plainText(setting("zeebe:CalledDecision", "decisionId")), "decisionId", "which one?"), "."];
  }
  if (isA(step, "bpmn:SubProcess")) return ["Does the steps inside of it."];
  if (isA(step, "bpmn:ManualTask")) return ["Somebody does this by hand; the run does not wait for it."];
  if (type !== undefined) return ["Is done by the worker ", { text: plainText(type), field: "taskDefinitionType" }, ", which is none of Wireroom’s."];
  return ["Does nothing yet: choose what it does."];
}

/** “For each entry of entries, all at the same time: …” */
function loopSays(step: ModdleObject): Part[] {
  const loop = step.get("loopCharacteristics") as ModdleObject | undefined;
  if (loop === undefined || !isA(loop, "bpmn:MultiInstanceLoopCharacteristics")) return [];
  const setting = (name: string) => {
    const value = extension(loop, "zeebe:LoopCharacteristics")?.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const order = loop.get("isSequential") === true ? ", one after the other, it " : ", all at the same time, it ";
  return [
    "For each ",
    chip(setting("inputElement"), "multiInstance-inputElement", "item"),
    " of ",
    chip(valueWords(setting("inputCollection")).replace(/^=/, ""), "multiInstance-inputCollection", "which list?"),
    order,
  ];
}

const chip = (text: string, field: string, missing: string): Chip =>
  text === "" ? { text: missing, field, empty: true } : { text, field };

/** The same in the middle of a sentence. */
function lowered([first, ...rest]: Part[]): Part[] {
  return typeof first === "string" ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : [first ?? "", ...rest];
}
