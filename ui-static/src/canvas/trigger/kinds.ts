import { extension, isA, listOf, propertyOf, type CanvasElement, type ModdleObject } from "../model.ts";

export type StartKind = "hand" | "webhook" | "feed" | "form" | "schedule";

const types = {
  webhook: "wireroom:webhook:1",
  feed: "wireroom:feed:1",
  form: "wireroom:form:1",
} as const;

/** What starts the workflow here, or undefined when it is none of ours (a signal, an error). */
export function startKind(element: CanvasElement): StartKind | undefined {
  const object = element.businessObject;
  const definitions = listOf(object, "eventDefinitions");
  const type = propertyOf(object, "inbound.type");
  const inbound = (["webhook", "feed", "form"] as const).find((kind) => types[kind] === type);
  if (inbound !== undefined) return inbound;
  const [only] = definitions;
  if (only === undefined) return "hand";
  return only.$type === "bpmn:TimerEventDefinition" ? "schedule" : undefined;
}

export const isStart = (element: CanvasElement): boolean =>
  isA(element, "bpmn:StartEvent") &&
  element.labelTarget === undefined &&
  isA(element.parent?.businessObject ?? element, "bpmn:Process");

/** An event in the middle that waits for a message, or a task that does. */
export const isCatch = (element: CanvasElement): boolean =>
  element.labelTarget === undefined &&
  (isA(element, "bpmn:ReceiveTask") ||
    (isA(element, "bpmn:CatchEvent") &&
      !isA(element, "bpmn:StartEvent") &&
      listOf(element.businessObject, "eventDefinitions").some(
        ({ $type }) => $type === "bpmn:MessageEventDefinition",
      )));

export const isWebhook = (element: CanvasElement): boolean =>
  propertyOf(element.businessObject, "inbound.type") === types.webhook;

const pathFrom = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");

/** What a new start begins with: a webhook is for callers on this machine, answered at once. */
export function beginnings(kind: StartKind, workflow: string): Record<string, string> {
  switch (kind) {
    case "webhook":
      return {
        "inbound.type": types.webhook,
        "inbound.path": pathFrom(workflow),
        "inbound.method": "POST",
        "inbound.auth.type": "none",
        "inbound.response": "ack",
        resultExpression: "=request.body",
      };
    case "feed":
      return { "inbound.type": types.feed, "inbound.interval": "15m" };
    case "form":
      return {
        "inbound.type": types.form,
        "inbound.path": pathFrom(workflow),
        "inbound.access": "signed-in",
      };
    case "hand":
    case "schedule":
      return {};
  }
}

/** A new schedule's time. */
export const firstCycle = "R/PT1H";

export const exampleForm = JSON.stringify(
  {
    type: "default",
    schemaVersion: 16,
    components: [
      { type: "textfield", key: "title", label: "Title", validate: { required: true } },
      { type: "textarea", key: "text", label: "Text" },
    ],
  },
  null,
  2,
);

export function processOf(object: ModdleObject): ModdleObject | undefined {
  if (object.$type === "bpmn:Process") return object;
  return object.$parent === undefined ? undefined : processOf(object.$parent);
}

export const propertyNames = (object: ModdleObject): string[] =>
  listOf(extension(object, "zeebe:Properties"), "properties").map((one) => String(one.get("name")));

/** The form of a start: the start names it, the process holds it. */
export function formOf(object: ModdleObject): { id: string; json: string } | undefined {
  const key = extension(object, "zeebe:FormDefinition")?.get("formKey");
  const id = typeof key === "string" ? key.split(":").at(-1) : undefined;
  const process = processOf(object);
  const elements = process?.get("extensionElements") as ModdleObject | undefined;
  const form = listOf(elements, "values").find(
    (value) => value.$type === "zeebe:UserTaskForm" && value.id === id,
  );
  const body = form?.get("body");
  return id === undefined || typeof body !== "string" ? undefined : { id, json: body };
}
