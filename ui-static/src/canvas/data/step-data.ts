import type { Variables } from "../../api/types.ts";
import { extension, isA, listOf, type CanvasElement, type ModdleObject } from "../model.ts";
import type { Suggested } from "../values/shape.ts";
import { around, before } from "./before.ts";
import { firstItems, loopOf } from "./first-items.ts";
import { knownValues, type Known } from "./known-values.ts";
import type { SampleData, Sample } from "./sample-data.ts";
import { shown, storedAt, type Place } from "./step-values.ts";

interface Resolved extends Suggested {
  origin?: ModdleObject[];
  scope?: ModdleObject;
}
interface VariableResolver {
  getProcessVariables(object: ModdleObject): Promise<Resolved[]>;
  getVariablesForElement(object: ModdleObject): Promise<Resolved[]>;
}

/** What can be used at an element, and what it was in the run that is looked at. */
export interface DataAtStep {
  known: Known[];
  values: Variables;
  /** The values with what is kept as documents still outside. */
  stored: Variables;
  sample: Sample | undefined;
  /** Names whose values come from examples of steps before. */
  pinned: ReadonlySet<string>;
}

/** `request`: the expression is evaluated over the request itself, before there is a run. */
export type Sees = "step" | "request";

export class StepData {
  static $inject = ["variableResolver", "sampleData"];

  readonly #resolver: VariableResolver;
  readonly #data: SampleData;

  constructor(resolver: VariableResolver, data: SampleData) {
    this.#resolver = resolver;
    this.#data = data;
  }

  async at({ businessObject }: CanvasElement, sees: Sees): Promise<DataAtStep> {
    const { sample } = this.#data;
    if (sees === "request") {
      const stored = sample?.event === undefined ? {} : { request: sample.event.request };
      const values = shown(stored);
      const known = knownValues([{ name: "request", entries: [] }], values);
      return { known, values, stored, sample, pinned: new Set() };
    }
    const all = await this.#resolver.getProcessVariables(processOf(businessObject));
    const place = placeOf(businessObject, all);
    const pinned = this.#pinned(businessObject, place);
    const had = sample === undefined ? {} : sample.is === "run" ? storedAt(sample.run, place) : sample.event.variables;
    // why: an example's list has items of its own, which a run knows nothing of.
    const example = { ...pinned, ...firstItems(businessObject, pinned) };
    const stored = { ...firstItems(businessObject, had), ...had, ...example };
    const values = shown(stored);
    const scopes = new Set([processOf(businessObject).id, ...place.around]);
    const suggested = (await this.#resolver.getVariablesForElement(businessObject)).filter(
      ({ name, scope, origin = [] }) =>
        place.own.includes(name) ||
        (scope !== undefined && scopes.has(scope.id) && origin.some((one) => place.before.has(writer(one, scope, place.around)))),
    );
    const names = new Set(Object.keys(example));
    return { known: knownValues(suggested, values), values, stored, sample, pinned: names };
  }

  /** What steps before this one gave when they were tried, as far as it is seen from here. */
  #pinned(object: ModdleObject, place: Place): Variables {
    const all = this.#data.examples?.all ?? [];
    if (all.length === 0) return {};
    const scopes = new Set([processOf(object).id, ...place.around]);
    const elements = listOf(processOf(object), "flowElements").flatMap(withInner);
    const seen = new Set(elements.filter(({ $parent }) => scopes.has($parent?.id ?? "")).map(({ id }) => id));
    return Object.assign(
      {},
      ...all.filter(([id]) => seen.has(id) && place.before.has(id) && id !== object.id).map(([, one]) => one.variables),
    ) as Variables;
  }
}

function placeOf(object: ModdleObject, all: readonly Resolved[]): Place {
  const groups = around(object);
  const groupIds = groups.map(({ id }) => id);
  const scopes = new Set([processOf(object).id, ...groupIds]);
  const writers = new Map<string, Set<string>>();
  for (const { name, scope, origin = [] } of all) {
    if (scope === undefined || !scopes.has(scope.id) || origin.length === 0) continue;
    const who = writers.get(name) ?? new Set<string>();
    for (const one of origin) who.add(writer(one, scope, groupIds));
    writers.set(name, who);
  }
  const items = [object, ...groups].flatMap(itemOf);
  const done = before(object).add(fromAround);
  const elements = listOf(processOf(object), "flowElements").flatMap(withInner);
  return {
    element: object.id,
    before: done,
    around: groupIds,
    writers,
    mapped: new Set(elements.filter(mapsOutput).map(({ id }) => id)),
    own: items,
  };
}

/** What a loop or a group gives its inside is there from its beginning; its results are not. */
const fromAround = "";
const writer = (origin: ModdleObject, scope: ModdleObject, groups: readonly string[]): string =>
  origin.id === scope.id && groups.includes(scope.id) ? fromAround : origin.id;

const withInner = (object: ModdleObject): ModdleObject[] =>
  isA(object, "bpmn:SubProcess") ? [object, ...listOf(object, "flowElements").flatMap(withInner)] : [object];

const mapsOutput = (object: ModdleObject): boolean =>
  listOf(extension(object, "zeebe:IoMapping"), "outputParameters").length > 0;

function itemOf(object: ModdleObject): string[] {
  const name = loopOf(object)?.get("inputElement");
  return typeof name === "string" && name !== "" ? [name, "loopCounter"] : [];
}

function processOf(object: ModdleObject): ModdleObject {
  let at = object;
  while (at.$parent !== undefined && !isA(at, "bpmn:Process")) at = at.$parent;
  return at;
}
