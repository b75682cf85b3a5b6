import {
  CircleStop,
  Diamond,
  GitFork,
  Hourglass,
  Play,
  Repeat,
  User,
  Webhook,
  Clock,
  ClipboardPen,
  Rss,
  Workflow,
  type IconNode,
} from "lucide";
import type { ConnectorInfo } from "../../api/types.ts";
import { connectorDrawing } from "../../run/connector-icons.ts";
import type { Kind } from "../cards/describe.ts";
import type { StartKind } from "../trigger/kinds.ts";

/** What a new element is made of. */
export interface Recipe {
  type: string;
  name?: string;
  /** A connector's job type: the element gets the connector's template. */
  connector?: string;
  eventDefinitionType?: string;
  eachItem?: boolean;
  /** What starts the workflow here. */
  starts?: StartKind;
}

export interface AddEntry {
  id: string;
  group: "Arrives" | "Do" | "Ask a model" | "Decide" | "Wait and repeat" | "End";
  label: string;
  hint: string;
  kind: Kind;
  drawing: IconNode;
  recipe: Recipe;
}

const entry = (
  group: AddEntry["group"],
  kind: Kind,
  drawing: IconNode,
  label: string,
  hint: string,
  recipe: Recipe,
): AddEntry => ({ id: `${group}/${label}`, group, label, hint, kind, drawing, recipe });

/** Everything an editor needs daily, by what it does; the rest is in the palette. */
export function addEntries(connectors: readonly ConnectorInfo[]): AddEntry[] {
  const steps = connectors.map((connector) =>
    entry(
      connector.kind === "model" ? "Ask a model" : "Do",
      connector.kind,
      connectorDrawing(connector.icon),
      connector.name,
      connector.summary,
      { type: "bpmn:ServiceTask", name: connector.name, connector: connector.type },
    ),
  );
  return [
    ...arrives,
    ...steps.filter((step) => step.group === "Do"),
    ...steps.filter((step) => step.group === "Ask a model"),
    ...flow,
  ];
}

const arrives = [
  entry("Arrives", "trigger", Webhook, "Webhook", "Another system sends a request.", {
    type: "bpmn:StartEvent",
    name: "Something arrives",
    starts: "webhook",
  }),
  entry("Arrives", "trigger", Rss, "Feed", "A feed has a new entry.", {
    type: "bpmn:StartEvent",
    name: "New entry",
    starts: "feed",
  }),
  entry("Arrives", "trigger", ClipboardPen, "Form", "Somebody fills in a form.", {
    type: "bpmn:StartEvent",
    name: "Form sent",
    starts: "form",
  }),
  entry("Arrives", "trigger", Clock, "Schedule", "Starts at set times.", {
    type: "bpmn:StartEvent",
    name: "On schedule",
    starts: "schedule",
  }),
  entry("Arrives", "trigger", Play, "By hand", "A person or the API starts it.", {
    type: "bpmn:StartEvent",
    name: "Start",
  }),
];

const flow = [
  entry("Decide", "decision", Diamond, "Yes or no", "Goes one way, by a condition.", {
    type: "bpmn:ExclusiveGateway",
    name: "Which way?",
  }),
  entry("Decide", "decision", GitFork, "At the same time", "Goes all ways at once, or joins them.", {
    type: "bpmn:ParallelGateway",
  }),
  entry("Decide", "person", User, "A person decides", "Waits until somebody has answered.", {
    type: "bpmn:UserTask",
    name: "Approve",
  }),
  entry("Wait and repeat", "decision", Repeat, "For each item", "Steps that are done once per item.", {
    type: "bpmn:SubProcess",
    name: "For each item",
    eachItem: true,
  }),
  entry("Wait and repeat", "plain", Hourglass, "Wait a while", "Goes on after a time.", {
    type: "bpmn:IntermediateCatchEvent",
    name: "Wait",
    eventDefinitionType: "bpmn:TimerEventDefinition",
  }),
  entry("Wait and repeat", "action", Workflow, "Another workflow", "Runs it and waits for its end.", {
    type: "bpmn:CallActivity",
    name: "Run another workflow",
  }),
  entry("End", "plain", CircleStop, "End", "This way ends here.", {
    type: "bpmn:EndEvent",
    name: "Done",
  }),
];
