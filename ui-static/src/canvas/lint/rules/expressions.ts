import { camundaBuiltins } from "@camunda/feel-builtins";
import { lintExpression } from "@bpmn-io/feel-lint";
import { isA, jobType, type ModdleObject } from "../../model.ts";
import { aboutExpression, tooMuch } from "../expression-text.ts";
import { anError, aWarning, type Found } from "../found.ts";

const ours = new Set(["resultExpression", "errorExpression"]);

/** Expressions that cannot be read, are too large, or ask for more than this broker can do. */
export function expressions(process: ModdleObject, brokerVersion: string): Found[] {
  const found: Found[] = [];
  walk(process, (object) => {
    for (const text of textsOf(object)) {
      const owner = ownerOf(object);
      const problem = owner === undefined ? undefined : look(owner, text, brokerVersion);
      if (problem !== undefined) found.push(problem);
    }
  });
  return found;
}

function look(owner: ModdleObject, text: string, brokerVersion: string): Found | undefined {
  const about = aboutExpression(text);
  const show = [{ does: "open" as const, label: "Show it" }];
  const bomb = tooMuch(text);
  if (bomb !== undefined) {
    return anError(owner, {
      about,
      message: `An expression here ${bomb}, so it is not run: ${begin(text)}`,
      fix: "Split it into several smaller ones.",
      fixes: show,
    });
  }
  const expression = text.slice(1);
  const remarks = lintExpression(expression, {
    parserDialect: "camunda",
    builtins: camundaBuiltins,
    engines: { camunda: brokerVersion },
  });
  const wrong = remarks.find(({ type }) => type === "Syntax Error");
  if (wrong !== undefined) {
    return anError(owner, {
      about,
      message: `An expression here cannot be read: ${begin(text)}`,
      fix: `Look ${place(expression, wrong.from)}.`,
      fixes: show,
    });
  }
  const tooNew = remarks.find(({ type }) => type === "compatibility");
  return tooNew === undefined
    ? undefined
    : aWarning(owner, { about, message: `An expression here uses what this broker does not have. ${tooNew.message}.`, fixes: show });
}

const begin = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function place(expression: string, at: number): string {
  const rest = expression.slice(at).trim();
  return rest === "" ? "at its end: something is missing" : `at “${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}”`;
}

/** Everything of an object that is read as an expression: it begins with "=". */
function textsOf(object: ModdleObject): string[] {
  if (!isA(object, "bpmn:Expression") && !object.$type.startsWith("zeebe:")) return [];
  if (object.$type === "zeebe:Header" && !ours.has(String(object.get("key")))) return [];
  if (object.$type === "zeebe:Header" && !belongsToUs(object)) return [];
  if (object.$type === "zeebe:Property" && !isInbound(object)) return [];
  return Object.entries(object)
    .filter(([name, value]) => !name.startsWith("$") && typeof value === "string")
    .map(([, value]) => (value as string).trim())
    .filter((value) => value.startsWith("="));
}

const belongsToUs = (header: ModdleObject) =>
  jobType(ownerOf(header) ?? header)?.startsWith("wireroom:") ?? false;

const isInbound = (property: ModdleObject) =>
  /^(inbound\.(correlationKey|dedupeKey|responseExpression|condition)|resultExpression)$/.test(
    String(property.get("name")),
  );

const ownerOf = (object: ModdleObject): ModdleObject | undefined =>
  isA(object, "bpmn:FlowElement") || isA(object, "bpmn:Process")
    ? object
    : object.$parent === undefined
      ? undefined
      : ownerOf(object.$parent);

interface Described {
  $descriptor?: { properties: { name: string; isReference?: boolean; isAttr?: boolean }[] };
}

function walk(object: ModdleObject, visit: (object: ModdleObject) => void): void {
  visit(object);
  for (const { name, isReference, isAttr } of (object as Described).$descriptor?.properties ?? []) {
    if (isReference === true || isAttr === true) continue;
    const value = (object as unknown as Record<string, unknown>)[name];
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isModdle(child)) walk(child, visit);
    }
  }
}

const isModdle = (value: unknown): value is ModdleObject =>
  typeof value === "object" && value !== null && "$type" in value;
