import { extension, isA, jobType, listOf, type CanvasElement, type ModdleObject } from "../model.ts";
import { flowsOf, type Parts } from "./parts.ts";

/**
 * Also what has no code of its own, such as a server that nobody reaches, leaves the step as an
 * error, once the last try is over; `problem` says in words what happened.
 */
export const everyFailure =
  '=if error.message = null or (error.code = "" and job.retries > 1) then null ' +
  'else bpmnError(if error.code = "" then "FAILED" else error.code, error.message, {problem: error.message})';

/** Whatever goes wrong, a person looks into it. */
export function ifItFails(parts: Parts, step: CanvasElement): CanvasElement {
  reportEverything(parts, step);
  const event = parts.make("bpmn:BoundaryEvent", "It fails", {}, (object) => {
    parts.events.plain(object, "bpmn:ErrorEventDefinition");
    parts.events.handOn(object, "problem");
  });
  const look = parts.make("bpmn:UserTask", "Look into it");
  leadOn(parts, step, event, look, "Given up");
  parts.ask(look, whatHappened);
  return look;
}

const whatHappened = [
  { type: "text", text: "**What happened:** {{problem}}" },
  { type: "textarea", key: "note", label: "What was done about it" },
];

/** To an end of its own, but back into the flow where others wait for this step. */
export function leadOn(
  parts: Parts,
  step: CanvasElement,
  event: CanvasElement,
  then: CanvasElement,
  end: string,
): void {
  if (!isAwaited(step)) {
    parts.leave(step, event, [then, parts.make("bpmn:EndEvent", end)]);
    return;
  }
  const meeting = meetingAfter(step) ?? parts.after(step, parts.make("bpmn:ExclusiveGateway", undefined));
  parts.leave(step, event, [then]);
  parts.modeling.connect(then, meeting);
}

/** Another way that left the step leads back here already. */
function meetingAfter(step: CanvasElement): CanvasElement | undefined {
  const next = flowsOf(step.outgoing)[0]?.target;
  const meets = next !== undefined && isA(next, "bpmn:ExclusiveGateway") && flowsOf(next.outgoing).length === 1;
  return meets ? next : undefined;
}

const furthest = 200;

/** Where ways that went on at the same time come together, a way that ends elsewhere is waited for. */
export function isAwaited(step: CanvasElement): boolean {
  let parted = 0;
  let here = flowsOf(step.outgoing)[0]?.target;
  for (let index = 0; here !== undefined && index < furthest; index++) {
    const gateway = isA(here, "bpmn:ParallelGateway") || isA(here, "bpmn:InclusiveGateway");
    if (gateway && flowsOf(here.incoming).length > 1 && --parted < 0) return true;
    if (gateway && flowsOf(here.outgoing).length > 1) parted++;
    here = flowsOf(here.outgoing)[0]?.target;
  }
  return false;
}

const header = "errorExpression";

function reportEverything(parts: Parts, step: CanvasElement): void {
  const object = step.businessObject;
  if (jobType(object)?.startsWith("wireroom:") !== true) return;
  const headers = extension(object, "zeebe:TaskHeaders");
  const known = listOf(headers, "values").find((one) => one.get("key") === header);
  if (known !== undefined) return tell(parts, step, known);
  if (headers !== undefined) return add(parts, step, headers);
  const elements = object.get("extensionElements") as ModdleObject;
  const fresh = parts.events.child(elements, "zeebe:TaskHeaders", { values: [] });
  const values = [...listOf(elements, "values"), fresh];
  parts.modeling.updateModdleProperties(step, elements, { values });
  add(parts, step, fresh);
}

/** why: a template leaves the header without a value; what somebody wrote there stays. */
function tell(parts: Parts, step: CanvasElement, known: ModdleObject): void {
  const value = (known.get("value") as string | undefined) ?? "";
  if (value.trim() === "") parts.modeling.updateModdleProperties(step, known, { value: everyFailure });
}

function add(parts: Parts, step: CanvasElement, headers: ModdleObject): void {
  const one = parts.events.child(headers, "zeebe:Header", { key: header, value: everyFailure });
  parts.modeling.updateModdleProperties(step, headers, { values: [...listOf(headers, "values"), one] });
}
