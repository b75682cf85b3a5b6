import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import type { ConnectorInfo } from "../../src/api/types.ts";
import { isA, listOf, type ModdleObject } from "../../src/canvas/model.ts";

const zeebe = createRequire(import.meta.url)("zeebe-bpmn-moddle/resources/zeebe.json") as object;
const folder = new URL("../../../workflows/", import.meta.url);

/** The names of the example workflows. */
export const examples = readdirSync(folder, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

export const example = (name: string): Promise<ModdleObject> =>
  definitions(readFileSync(new URL(`${name}/${name}.bpmn`, folder), "utf8"));

export async function definitions(xml: string): Promise<ModdleObject> {
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  return rootElement as ModdleObject;
}

export function processIn(drawing: ModdleObject): ModdleObject {
  const found = listOf(drawing, "rootElements").find((one) => isA(one, "bpmn:Process"));
  if (found === undefined) throw new Error("the drawing has no workflow");
  return found;
}

/** A workflow from its elements; arrows are written "a>b", with a condition "a>b ?x". */
export async function drawn(elements: string, ...arrows: string[]): Promise<ModdleObject> {
  return processIn(await definitions(xmlOf(elements, ...arrows)));
}

export function xmlOf(elements: string, ...arrows: string[]): string {
  const flows = arrows.map((arrow, at) => {
    const [, from, to, condition] = /^(\w+)>(\w+)(?: \?(.*))?$/.exec(arrow) ?? [];
    const inside =
      condition === undefined
        ? ""
        : `<conditionExpression xsi:type="tFormalExpression">=${condition}</conditionExpression>`;
    return `<sequenceFlow id="flow${at + 1}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
      <process id="p" isExecutable="true">${elements}${flows.join("")}</process>
    </definitions>`;
}

export const start = `<startEvent id="start" name="Start" />`;
export const end = `<endEvent id="end" name="End" />`;

/** A step of a connector, with its inputs. */
export function step(id: string, name = id, type = "http", inputs: Record<string, string> = { url: "https://example.org" }): string {
  const mappings = Object.entries(inputs).map(
    ([target, source]) => `<zeebe:input source="${source.replaceAll('"', "&quot;")}" target="${target}" />`,
  );
  return `<serviceTask id="${id}" name="${name}"><extensionElements>
      <zeebe:taskDefinition type="wireroom:${type}:1" />
      <zeebe:ioMapping>${mappings.join("")}</zeebe:ioMapping>
    </extensionElements></serviceTask>`;
}

const connector = (type: string, kind: "action" | "model", needed: string, title: string): ConnectorInfo => ({
  type: `wireroom:${type}:1`,
  name: type,
  summary: "",
  icon: "",
  kind,
  response: "",
  errors: [],
  inputs: { properties: { [needed]: { title } }, required: [needed] },
});

/** What the rules know besides the drawing. */
export const around = {
  connectors: [connector("http", "action", "url", "Address"), connector("chat", "model", "model", "Model")],
  models: [{ alias: "headline-writer", routes: [] }],
  connections: [
    { name: "wire-service", type: "bearer" },
    { name: "github-press", type: "webhook-secret" },
  ],
};
