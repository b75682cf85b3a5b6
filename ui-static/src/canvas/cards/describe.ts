import {
  ClipboardPen,
  FileCode,
  Hand,
  Mail,
  Send,
  Square,
  Table,
  User,
  Workflow,
  type IconNode,
} from "lucide";
import type { ConnectorInfo, Model } from "../../api/types.ts";
import { connectorDrawing } from "../../run/connector-icons.ts";
import { extension, inputOf, isA, jobType, type ModdleObject } from "../model.ts";

export type Kind = "trigger" | "action" | "model" | "decision" | "person" | "plain";

/** What a card says about a step. */
export interface Card {
  kind: Kind;
  drawing: IconNode;
  title: string;
  line: string;
}

export interface Known {
  connectors: readonly ConnectorInfo[];
  models: readonly Model[];
}

export function describe(task: ModdleObject, known: Known): Card {
  const type = jobType(task);
  const connector = known.connectors.find((one) => one.type === type);
  if (connector !== undefined) {
    return {
      kind: connector.kind,
      drawing: connectorDrawing(connector.icon),
      title: task.name ?? connector.name,
      line: summary(task, connector, known) ?? connector.name,
    };
  }
  const [kind, drawing, word] = plainLook(task);
  return { kind, drawing, title: task.name ?? word, line: type ?? detail(task) ?? word };
}

const looks: [type: string, kind: Kind, drawing: IconNode, word: string][] = [
  ["bpmn:UserTask", "person", User, "A person decides"],
  ["bpmn:ManualTask", "person", Hand, "By hand"],
  ["bpmn:BusinessRuleTask", "decision", Table, "Rule"],
  ["bpmn:ScriptTask", "action", FileCode, "Expression"],
  ["bpmn:SendTask", "action", Send, "Send"],
  ["bpmn:ReceiveTask", "trigger", Mail, "Wait for a message"],
  ["bpmn:CallActivity", "action", Workflow, "Another workflow"],
  ["bpmn:ServiceTask", "plain", ClipboardPen, "Choose what to do"],
];

function plainLook(task: ModdleObject): [Kind, IconNode, string] {
  const look = looks.find(([type]) => isA(task, type));
  return look === undefined ? ["plain", Square, "Choose what to do"] : [look[1], look[2], look[3]];
}

function detail(task: ModdleObject): string | undefined {
  const text = (type: string, name: string) => {
    const value = extension(task, type)?.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return (
    text("zeebe:CalledElement", "processId") ??
    text("zeebe:CalledDecision", "decisionId") ??
    text("zeebe:Script", "resultVariable") ??
    text("zeebe:AssignmentDefinition", "assignee")
  );
}

/** The inputs that say best what a step does, the first one that is there. */
const telling = ["url", "model", "slug", "title", "html", "status", "to", "path", "query"];

function summary(task: ModdleObject, connector: ConnectorInfo, known: Known): string | undefined {
  const name = telling.find((one) => saysSomething(inputOf(task, one)));
  if (name === undefined) return undefined;
  const value = plainText(inputOf(task, name) ?? "");
  if (connector.kind === "model" && name === "model") return modelLine(value, known.models);
  const method = inputOf(task, "method");
  return name === "url" && method !== undefined ? `${plainText(method)} ${value}` : value;
}

/** A text or a plain name does; a computation does not. */
function saysSomething(source: string | undefined): boolean {
  if (source === undefined) return false;
  return !source.startsWith("=") || /^=\s*("[^"]*"|[\w.]+)\s*$/.test(source);
}

function modelLine(alias: string, models: readonly Model[]): string {
  const routes = models.find((model) => model.alias === alias)?.routes.length ?? 0;
  return routes === 0 ? alias : `${alias} · ${routes} ${routes === 1 ? "route" : "routes"}`;
}

/** `="x"` and addresses read as text; other expressions lose their sign only. */
export function plainText(source: string): string {
  const expression = source.startsWith("=") ? source.slice(1).trim() : source;
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(expression)?.[1];
  return (quoted ?? expression).replace(/^https?:\/\//, "").replace(/\s+/g, " ");
}
