import { documentIn } from "../../api/documents.ts";
import type { Json, RunDetails, Step, Variables } from "../../api/types.ts";

/** Where in the drawing an expression stands. */
export interface Place {
  element: string;
  /** What may be done when it is evaluated. */
  before: ReadonlySet<string>;
  /** The groups around it, the outermost first. */
  around: readonly string[];
  /** Who gives a name its value, by the drawing. */
  writers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those whose answers go through a mapping, so that their own names stay inside. */
  mapped: ReadonlySet<string>;
  /** Names that the step has for itself: the item of a “for each”. */
  own: readonly string[];
}

/** The values that a run had where the expression stands, as far as its record tells; the newest last. */
export const valuesAt = (run: Pick<RunDetails, "variables" | "steps">, place: Place): Variables =>
  shown(storedAt(run, place));

/** The same with what is kept as documents still outside. */
export function storedAt(run: Pick<RunDetails, "variables" | "steps">, place: Place): Variables {
  const values = new Map<string, Json>();
  const scopes = scopesOf(run.steps, place);
  const take = (from: Variables | null | undefined, wanted: (name: string) => boolean) => {
    for (const [name, value] of Object.entries(from ?? {})) {
      if (!wanted(name)) continue;
      values.delete(name);
      values.set(name, value);
    }
  };
  const known = (name: string) => isThere(name, place);
  take(run.variables, known);
  for (const scope of scopes) take(scope.input, known);
  for (const step of run.steps) {
    const here = step.parentId == null || scopes.some(({ id }) => id === step.parentId);
    if (here && place.before.has(step.elementId) && !place.mapped.has(step.elementId)) take(step.output, known);
  }
  const own = run.steps.findLast((step) => step.elementId === place.element && hasAny(step, place.own));
  take(own?.input, (name) => place.own.includes(name));
  return Object.fromEntries(values);
}

const hasAny = ({ input }: Step, names: readonly string[]) => names.some((name) => input?.[name] !== undefined);

/** What only later steps write is not there yet; what the drawing does not know came from outside. */
function isThere(name: string, { writers, before }: Place): boolean {
  const who = writers.get(name);
  return !name.startsWith("wireroom") && (who === undefined || [...who].some((id) => before.has(id)));
}

/** The steps of one pass around the place, the outermost first: where it ran, else the newest. */
function scopesOf(steps: readonly Step[], { element, around, before }: Place): Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const inner = around.at(-1);
  const start =
    steps.findLast((step) => step.elementId === element) ??
    steps.findLast(
      ({ elementId, parentId }) =>
        before.has(elementId) && parentId != null && byId.get(parentId)?.elementId === inner,
    );
  const scopes: Step[] = [];
  let at = start?.parentId == null ? steps.findLast(({ elementId }) => elementId === inner) : byId.get(start.parentId);
  while (at !== undefined && scopes.length < 100) {
    if (at.elementId !== element) scopes.unshift(at);
    at = at.parentId == null ? undefined : byId.get(at.parentId);
  }
  return scopes;
}

/** What is kept as a document is shown as far as its beginning is known. */
export function shown(values: Variables): Variables {
  const look = (value: Json): Json => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(look);
    const document = documentIn(value);
    if (document?.preview !== undefined) return document.preview;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, look(inner)]));
  };
  return look(values) as Variables;
}

/** Whether an expression names a value, as a word of its own. */
export const names = (expression: string, name: string): boolean => {
  const word = name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_.])${word}(?![\\p{L}\\p{N}_])`, "u").test(expression);
};

/** Only what an expression names travels to the engine. */
export const namedIn = (expression: string, values: Variables): Variables =>
  Object.fromEntries(Object.entries(values).filter(([name]) => expression.includes(name)));
