import type { Json } from "../api/types.ts";

/** A value while somebody changes it: its text, and the kind that it must stay. */
export interface Edited {
  name: string;
  kind: Kind;
  text: string;
}

export type Kind = "text" | "number" | "yes or no" | "list" | "group" | "any";

export type Typed = { ok: true; value: Json } | { ok: false; why: string };

export function kindOf(value: Json): Kind {
  if (value === null) return "any";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "yes or no" : "group";
}

export const editable = (name: string, value: Json): Edited => ({
  name,
  kind: kindOf(value),
  text: typeof value === "string" ? value : JSON.stringify(value, null, 2),
});

/** Reads what a person typed; a value keeps its kind. */
export function typed({ kind, text }: Pick<Edited, "kind" | "text">): Typed {
  if (kind === "text") return { ok: true, value: text };
  if (kind === "number") {
    const number = text.trim() === "" ? NaN : Number(text);
    return Number.isFinite(number) ? { ok: true, value: number } : no("This must be a number, such as 12 or 0.5.");
  }
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return no(`This is not JSON yet: ${(error as Error).message}`);
  }
  const is = kindOf(value);
  if (kind === "any" || is === kind) return { ok: true, value };
  if (kind === "yes or no") return no("This must be true or false.");
  return no(kind === "list" ? "This must stay a list: begin with [ and end with ]." : "This must stay a group of values: begin with { and end with }.");
}

const no = (why: string): Typed => ({ ok: false, why });
