import { plainText } from "../cards/describe.ts";
import { called } from "../lint/called.ts";
import { extension, isA, listOf, propertyOf, type CanvasElement, type ModdleObject } from "../model.ts";
import { callers } from "../trigger/caller-words.ts";
import { isStart, isWebhook, startKind } from "../trigger/kinds.ts";
import type { Chip, Part } from "./part.ts";
import { cycleWords, durationWords } from "./time-words.ts";

/** What an event waits for, or makes happen. */
export function eventSays(element: CanvasElement): Part[] {
  const event = element.businessObject;
  if (isStart(element)) return startSays(element);
  if (isA(event, "bpmn:BoundaryEvent")) return edgeSays(event);
  if (isA(event, "bpmn:ThrowEvent")) return thrownSays(event);
  const inside = isA(event, "bpmn:StartEvent") && listOf(event, "eventDefinitions").length === 0;
  if (inside) return ["The steps inside begin here."];
  return [isA(event, "bpmn:StartEvent") ? "Begins when " : "Waits until ", ...happens(event, isWebhook(element)), "."];
}

function startSays(element: CanvasElement): Part[] {
  const event = element.businessObject;
  const property = (name: string) => propertyOf(event, name) ?? "";
  switch (startKind(element)) {
    case "webhook":
      return ["Starts when a request arrives at ", address("/hooks/", property("inbound.path")), ", from ", caller(event), "."];
    case "form":
      return ["Starts when somebody sends the form at ", address("/forms/", property("inbound.path"), "formPath"), "."];
    case "feed":
      return ["Starts for each new entry of the feed at ", chip(plainText(property("inbound.url")), "feedAddress", "Address?"), "."];
    case "schedule":
      return ["Starts ", timer(event, "scheduleKind"), "."];
    case "hand":
      return ["Starts when a person, the API or another workflow ", { text: "starts it", field: "startsBy" }, "."];
    case undefined:
      return ["Starts when ", ...happens(event, false), "."];
  }
}

/** An event on a step's edge. */
function edgeSays(event: ModdleObject): Part[] {
  const host = event.get("attachedToRef") as ModdleObject | undefined;
  const step: Part = host === undefined ? "the step" : { text: called(host), element: host.id };
  const stops = event.get("cancelActivity") === false ? ", while it goes on" : "";
  const [definition] = listOf(event, "eventDefinitions");
  switch (definition?.$type) {
    case "bpmn:ErrorEventDefinition":
      return ["If ", step, " fails", ...code(definition, "errorRef", "errorCode", " with "), ", it goes this way."];
    case "bpmn:TimerEventDefinition":
      return ["If ", step, " takes longer than ", timer(event), `, it goes this way${stops}.`];
    case "bpmn:CompensateEventDefinition":
      return ["If a later step fails, ", step, " is undone this way."];
    case undefined:
    default:
      return ["If ", ...happens(event, false), " during ", step, `, it goes this way${stops}.`];
  }
}

function thrownSays(event: ModdleObject): Part[] {
  const [definition] = listOf(event, "eventDefinitions");
  const end = isA(event, "bpmn:EndEvent");
  switch (definition?.$type) {
    case undefined:
      return [end ? "This way ends here." : "Only marks that the run has come this far."];
    case "bpmn:ErrorEventDefinition":
      return ["Ends with the error ", ...code(definition, "errorRef", "errorCode", ""), ", which what is around it can catch."];
    case "bpmn:TerminateEventDefinition":
      return ["Ends the whole run at once, also what is still going on elsewhere."];
    case "bpmn:CompensateEventDefinition":
      return ["Undoes the steps before that say how."];
    case "bpmn:MessageEventDefinition":
      return ["Sends a message."];
    case "bpmn:SignalEventDefinition":
      return ["Sends the signal ", reference(definition, "signalRef", "signalName"), " to everything that waits for it."];
    case "bpmn:EscalationEventDefinition":
      return ["Calls for help", ...code(definition, "escalationRef", "escalationCode", " with "), "."];
    default:
      return ["Goes on elsewhere in the drawing."];
  }
}

function happens(event: ModdleObject, webhook: boolean): Part[] {
  if (webhook) return ["a request arrives at ", address("/hooks/", propertyOf(event, "inbound.path") ?? "")];
  const [definition] = listOf(event, "eventDefinitions");
  const receives = isA(event, "bpmn:ReceiveTask");
  switch (receives ? "bpmn:MessageEventDefinition" : definition?.$type) {
    case "bpmn:TimerEventDefinition":
      return [timer(event), " is over"];
    case "bpmn:MessageEventDefinition":
      return ["the message ", reference(receives ? event : definition, "messageRef", "messageName"), " arrives"];
    case "bpmn:SignalEventDefinition":
      return ["the signal ", reference(definition, "signalRef", "signalName"), " is sent"];
    case "bpmn:ErrorEventDefinition":
      return ["something fails", ...code(definition, "errorRef", "errorCode", " with ")];
    case "bpmn:EscalationEventDefinition":
      return ["a step calls for help", ...code(definition, "escalationRef", "escalationCode", " with ")];
    case "bpmn:ConditionalEventDefinition":
      return [{ text: "its condition", field: "condition" }, " becomes true"];
    case undefined:
    default:
      return ["it is reached"];
  }
}

/** “10 minutes”, “every weekday at 07:00”, or the text of a date or an expression. */
function timer(event: ModdleObject, field = "timerEventDefinitionValue"): Chip {
  const [definition] = listOf(event, "eventDefinitions");
  const text = (name: string) => {
    const body = (definition?.get(name) as ModdleObject | undefined)?.get("body");
    return typeof body === "string" ? body.trim() : "";
  };
  const cycle = text("timeCycle");
  const duration = text("timeDuration");
  const said = cycle !== "" ? cycleWords(cycle) : duration !== "" ? (durationWords(duration) ?? plainText(duration)) : plainText(text("timeDate"));
  const unset = definition?.get("timeCycle") ?? definition?.get("timeDuration") ?? definition?.get("timeDate");
  return chip(said, unset == null && field !== "scheduleKind" ? "timerEventDefinitionType" : field, "a time?");
}

const code = (definition: ModdleObject | undefined, reference: string, property: string, before: string): Part[] => {
  const text = (definition?.get(reference) as ModdleObject | undefined)?.get(property);
  const words = typeof text === "string" ? text : "";
  if (words === "" && before !== "") return [];
  return [before, chip(words, property, "which one?")].filter((part) => part !== "");
};

function reference(definition: ModdleObject | undefined, name: string, field: string): Chip {
  const found = definition?.get(name) as ModdleObject | undefined;
  return chip(found?.name ?? "", found === undefined ? name : field, "which one?");
}

const chip = (text: string, field: string, missing: string): Chip =>
  text === "" ? { text: missing, field, empty: true } : { text, field };

const address = (before: string, path: string, field = "hookPath"): Chip =>
  chip(path === "" ? "" : `${before}${path.replace(/^\/+/, "")}`, field, "Path?");

function caller(event: ModdleObject): Chip {
  const who = extension(event, "zeebe:Properties") === undefined ? undefined : propertyOf(event, "inbound.auth.type");
  const words = callers[who ?? "none"] ?? who ?? "";
  return { text: words.replace(/^(Anyone|Whoever|A )/, (first) => first.toLowerCase()), field: "hookCallers" };
}
