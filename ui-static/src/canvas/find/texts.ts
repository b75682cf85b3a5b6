import type { ModdleObject } from "../model.ts";

/** Not a step's own text: other elements, and what only the file needs. */
const skipped = new Set([
  "id",
  "name",
  "$type",
  "incoming",
  "outgoing",
  "flowElements",
  "artifacts",
  "laneSets",
  "lanes",
  "sourceRef",
  "targetRef",
  "attachedToRef",
  "default",
  "processRef",
  "calledElement",
  "modelerTemplateIcon",
  "expressionLanguage",
  "scriptFormat",
]);

const deepest = 6;

/** All that somebody wrote into a step: inputs, conditions, notes, times, as "name: text" where there is a name. */
export function textsOf(object: ModdleObject): string[] {
  const found: string[] = [];
  collect(object, found, 0);
  return [...new Set(found)];
}

interface Described extends ModdleObject {
  $descriptor?: { properties: { name: string }[] };
}

function collect(object: Described, found: string[], depth: number): void {
  if (depth > deepest) return;
  const name = nameOf(object);
  for (const property of object.$descriptor?.properties ?? []) {
    const local = property.name.replace(/^.*:/, "");
    const value = skipped.has(local) ? undefined : object.get(property.name);
    if (typeof value === "string" && value.trim() !== "" && value !== name) {
      found.push(name === undefined ? value : `${name}: ${value}`);
    } else if (Array.isArray(value)) {
      for (const one of value) if (isObject(one)) collect(one, found, depth + 1);
    } else if (isObject(value)) collect(value, found, depth + 1);
  }
}

/** An input's or property's own name. */
function nameOf(object: ModdleObject): string | undefined {
  const names = ["zeebe:Input", "zeebe:Output", "zeebe:Property", "zeebe:Header"];
  if (!names.includes(object.$type)) return undefined;
  const name = object.get("target") ?? object.get("name") ?? object.get("key");
  return typeof name === "string" ? name : undefined;
}

const isObject = (value: unknown): value is ModdleObject =>
  typeof value === "object" && value !== null && "$type" in value;
