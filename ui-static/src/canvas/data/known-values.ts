import type { Json, Variables } from "../../api/types.ts";
import { childPath } from "../../run/paths.ts";
import type { Suggested } from "../values/shape.ts";

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

/** A value in a few words: "River", 3 items, {4}. */
export function briefly(value: Json | undefined): string {
  if (value === undefined) return "no value yet";
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "empty text" : `“${cut(value.replace(/\s+/g, " "), 80)}”`;
  if (Array.isArray(value)) {
    const texts = value.every((item) => typeof item === "string");
    return texts && value.length > 0 ? cut(value.join(", "), 80) : `${value.length} ${value.length === 1 ? "item" : "items"}`;
  }
  if (typeof value === "object") return cut(Object.keys(value).join(", "), 80);
  return value === true ? "yes" : value === false ? "no" : String(value);
}

export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
