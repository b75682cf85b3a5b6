import type { Json, Variables } from "../../api/types.ts";
import { childPath } from "../../run/paths.ts";
import type { Suggested } from "../values/shape.ts";

export { briefly, cut } from "../../run/briefly.ts";

/** A value that can be used, by its path. */
export interface Known {
  path: string;
  depth: number;
  /** What it was in the run that is looked at; undefined when only the drawing knows of it. */
  sample: Json | undefined;
}

const deepest = 3;
const most = 400;

/** All that can be used at a step: what the run had there, the newest first, then what only the drawing knows. */
export function knownValues(suggested: readonly Suggested[], values: Variables): Known[] {
  const found: Known[] = [];
  const add = (path: string, depth: number, sample: Json | undefined) =>
    void (found.length < most && found.push({ path, depth, sample }));

  const fromRun = (path: string, value: Json, depth: number) => {
    add(path, depth, value);
    if (depth === deepest || typeof value !== "object" || value === null) return;
    const inList = Array.isArray(value);
    const entries = Object.entries(value).slice(0, inList ? 1 : 60);
    for (const [name, child] of entries) fromRun(childPath(path, name, inList), child, depth + 1);
  };
  const fromDrawing = (path: string, { entries, isList }: Suggested, depth: number) => {
    add(path, depth, undefined);
    if (depth === deepest) return;
    const base = isList === true && entries.length > 0 ? `${path}[1]` : path;
    for (const entry of entries) fromDrawing(childPath(base, entry.name, false), entry, depth + 1);
  };

  for (const [name, value] of Object.entries(values).reverse()) fromRun(childPath("", name, false), value, 0);
  for (const one of suggested) {
    if (Object.hasOwn(values, one.name) || found.some(({ path }) => path === one.name)) continue;
    fromDrawing(childPath("", one.name, false), one, 0);
  }
  return found;
}
