import type { Json } from "../../api/types.ts";
import { isA, type ModdleObject } from "../model.ts";
import type { Suggested } from "../values/shape.ts";
import type { SampleData } from "./sample-data.ts";

interface VariableResolver {
  registerProvider(provider: { getVariables(object: ModdleObject): Suggested[] }): void;
  invalidateCache(): void;
}

/** What came in with the request or the start that is looked at: the editor of expressions suggests it. */
export class ArrivedValues {
  static $inject = ["variableResolver", "sampleData"];

  readonly #data: SampleData;

  constructor(resolver: VariableResolver, data: SampleData) {
    this.#data = data;
    resolver.registerProvider(this);
    data.onChange(() => resolver.invalidateCache());
  }

  getVariables(object: ModdleObject): Suggested[] {
    const arrived = this.#data.sample?.event?.variables;
    const starts = isA(object, "bpmn:StartEvent") && object.$parent !== undefined && isA(object.$parent, "bpmn:Process");
    return arrived === undefined || !starts ? [] : partsOf(arrived, 0);
  }
}

const deepest = 3;

const partsOf = (object: Record<string, Json>, depth: number): Suggested[] =>
  Object.entries(object).map(([name, value]) => ({ name, ...shapeOf(value, depth) }));

function shapeOf(value: Json, depth: number): Omit<Suggested, "name"> {
  if (Array.isArray(value)) {
    const [first = null] = value;
    return { type: "List", isList: true, entries: shapeOf(first, depth).entries };
  }
  if (typeof value === "object" && value !== null) {
    return { type: "Context", entries: depth === deepest ? [] : partsOf(value, depth + 1) };
  }
  const type = { string: "String", number: "Number", boolean: "Boolean" }[typeof value as string];
  return { ...(type === undefined ? {} : { type }), entries: [] };
}
