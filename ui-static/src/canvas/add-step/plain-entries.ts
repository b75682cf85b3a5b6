import {
  CircleStop,
  ClipboardPen,
  Clock,
  Diamond,
  GitFork,
  Hourglass,
  ListChecks,
  OctagonX,
  Play,
  Repeat,
  Reply,
  Rss,
  Timer,
  User,
  Webhook,
  Workflow,
  type IconNode,
} from "lucide";
import type { Kind } from "../cards/describe.ts";
import type { ActionId, AddEntry, Recipe } from "./entries.ts";

const entry = (
  action: ActionId,
  look: [kind: Kind, drawing: IconNode],
  label: string,
  hint: string,
  words: string,
  recipe: Recipe,
): AddEntry => ({ id: `${action}/${label}`, action, label, hint, words, kind: look[0], drawing: look[1], recipe });

const start = "bpmn:StartEvent";

export const arrivals = [
  entry("arrives", ["trigger", Webhook], "Webhook", "Another system sends a request.",
    "request call http api receive incoming trigger start", { type: start, name: "Something arrives", starts: "webhook" }),
  entry("arrives", ["trigger", Rss], "Feed", "A feed has a new entry.",
    "rss atom news wire new article entry trigger start", { type: start, name: "New entry", starts: "feed" }),
  entry("arrives", ["trigger", ClipboardPen], "Form", "Somebody fills in a form.",
    "submit questionnaire survey request trigger start", { type: start, name: "Form sent", starts: "form" }),
  entry("arrives", ["trigger", Clock], "Schedule", "Starts at set times.",
    "timer cron every day week hour monday morning daily weekly trigger start",
    { type: start, name: "On schedule", starts: "schedule" }),
  entry("arrives", ["trigger", Play], "By hand", "A person or the API starts it.",
    "manual manually button trigger start", { type: start, name: "Start" }),
];

export const decisions = [
  entry("decide", ["decision", Diamond], "Yes or no", "Goes one way, by a condition.",
    "if else condition branch choose check gateway exclusive switch either", { type: "bpmn:ExclusiveGateway", name: "Which way?" }),
  entry("decide", ["decision", ListChecks], "All that fit", "Goes every way whose condition is met.",
    "if several conditions branch some multiple gateway inclusive", { type: "bpmn:InclusiveGateway", name: "Which ones?" }),
  entry("decide", ["decision", GitFork], "At the same time", "Goes all ways at once, or joins them.",
    "parallel both together fork join split merge gateway simultaneously", { type: "bpmn:ParallelGateway" }),
  entry("decide", ["decision", Timer], "Whichever comes first", "Waits for several things, goes on with the first.",
    "race either or timeout reply gateway event", { type: "bpmn:EventBasedGateway", name: "What comes first?" }),
];

export const loops = [
  entry("each", ["decision", Repeat], "For each item", "Steps that are done once per item.",
    "loop repeat list every all items iterate batch many", { type: "bpmn:SubProcess", name: "For each item", eachItem: true }),
];

export const waits = [
  entry("wait", ["plain", Hourglass], "Wait a while", "Goes on after a time.",
    "pause delay sleep timer later minutes hours days", { type: "bpmn:IntermediateCatchEvent", name: "Wait", waits: "time" }),
  entry("wait", ["plain", Reply], "Wait for a reply", "Goes on when another system answers.",
    "message answer callback response receive event webhook", { type: "bpmn:IntermediateCatchEvent", name: "Reply arrives", waits: "reply" }),
];

export const people = [
  entry("person", ["person", User], "Ask a person", "Waits until somebody has answered.",
    "approve approval review human task decide decides check sign off manual editor", { type: "bpmn:UserTask", name: "Approve" }),
];

export const otherWorkflow = [
  entry("workflow", ["action", Workflow], "Run another workflow", "Runs it and waits for its end.",
    "call subprocess sub process reuse start child", { type: "bpmn:CallActivity", name: "Run another workflow" }),
];

export const ends = [
  entry("end", ["plain", CircleStop], "End", "This way ends here.",
    "finish done stop complete", { type: "bpmn:EndEvent", name: "Done" }),
  entry("end", ["plain", OctagonX], "Stop everything", "Ends the whole run, also what still goes on beside.",
    "terminate cancel abort kill end", { type: "bpmn:EndEvent", name: "Stop", eventDefinitionType: "bpmn:TerminateEventDefinition" }),
];
