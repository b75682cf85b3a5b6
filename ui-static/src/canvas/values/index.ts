import type { Catalogue } from "../cards/catalogue.ts";
import { extension, jobType, listOf, propertyOf, type ModdleObject } from "../model.ts";
import { formOf } from "../trigger/kinds.ts";
import { contextKeys } from "./context-keys.ts";
import { readShape, type Suggested } from "./shape.ts";

interface VariableResolver {
  registerProvider(provider: { getVariables(object: ModdleObject): Suggested[] }): void;
}
interface EventBus {
  on(event: string, priority: number, act: (event: object, context: Parsed) => void): void;
}
interface Parsed {
  variables: Record<string, Partial<Suggested>[]>;
}

/** After the resolver has put its own findings together. */
const last = 400;

/** What can be used in an expression at a step: besides what mappings say, answers and form fields. */
class KnownValues {
  static $inject = ["variableResolver", "eventBus", "catalogue"];

  readonly #catalogue: Catalogue;

  constructor(resolver: VariableResolver, eventBus: EventBus, catalogue: Catalogue) {
    this.#catalogue = catalogue;
    resolver.registerProvider(this);
    eventBus.on("variableResolver.parseVariables", last, (_, { variables }) => {
      for (const found of Object.values(variables)) complete(found, new Set());
    });
  }

  getVariables(object: ModdleObject): Suggested[] {
    return [...this.#answer(object), ...formFields(object), ...arrives(object)];
  }

  /** The answer of a connector, by the name that the step gives it. */
  #answer(object: ModdleObject): Suggested[] {
    const headers = listOf(extension(object, "zeebe:TaskHeaders"), "values");
    const name = headers.find((header) => header.get("key") === "resultVariable")?.get("value");
    const type = jobType(object);
    const connector = this.#catalogue.connectors.find((one) => one.type === type);
    return typeof name !== "string" || name === "" || connector === undefined
      ? []
      : [{ name, type: "Context", entries: readShape(connector.response) }];
  }
}

function formFields(start: ModdleObject): Suggested[] {
  const form = start.$type === "bpmn:StartEvent" ? formOf(start) : undefined;
  if (form === undefined) return [];
  const keys = [...form.json.matchAll(/"key"\s*:\s*"([^"]+)"/g)].flatMap(([, key]) => key ?? []);
  return keys.map((name) => ({ name, entries: [] }));
}

/** What a request, an entry of a feed or a form is made into. */
function arrives(object: ModdleObject): Suggested[] {
  const names = contextKeys(propertyOf(object, "resultExpression") ?? "");
  const whole = propertyOf(object, "resultVariable");
  return [...names, ...(whole === undefined ? [] : [whole])].map((name) => ({ name, entries: [] }));
}

/** why: the editor looks into a value's parts without asking whether it has any, and throws. */
function complete(values: readonly Partial<Suggested>[], seen: Set<object>): void {
  for (const value of values) {
    if (seen.has(value)) continue;
    seen.add(value);
    value.entries ??= [];
    complete(value.entries, seen);
  }
}

export const knownValuesModule = {
  __init__: ["knownValues"],
  knownValues: ["type", KnownValues],
};
