import type { Json } from "../../api/types.ts";
import { comparesWith, signs, words, type Clause, type Comparison, type Operand } from "./sentence.ts";

type Kind = "text" | "number" | "boolean" | "list" | "unknown";

const kindOf = (sample: Json | undefined): Kind => {
  if (Array.isArray(sample)) return "list";
  const kind = typeof sample;
  return kind === "string" ? "text" : kind === "number" || kind === "boolean" ? kind : "unknown";
};

const isThere: Comparison[] = ["there", "notThere"];
const ordered = Object.keys(signs) as Comparison[];
const ofWords: Comparison[] = ["contains", "containsNot", "startsWith", "endsWith"];

const fitting: Record<Kind, readonly Comparison[]> = {
  text: ["is", "isNot", ...ofWords, "above", "atLeast", "below", "atMost", ...isThere],
  number: [...ordered, ...isThere],
  boolean: ["yes", "no", ...isThere],
  list: ["hasItem", "hasNoItem", ...isThere],
  unknown: Object.keys(words) as Comparison[],
};

/** What can be asked of a value, and what is asked now even if it does not fit. */
export function comparisonsFor(sample: Json | undefined, now: Comparison): Comparison[] {
  const all = fitting[kindOf(sample)];
  return all.includes(now) ? [...all] : [...all, now];
}

/** What a value is compared with, as long as nobody chose. */
export function operandKind(sample: Json | undefined, comparison: Comparison): Operand["is"] {
  const one: Json | undefined = Array.isArray(sample) ? sample[0] : sample;
  if (typeof one === "number") return "number";
  const counts = ["above", "atLeast", "below", "atMost"].includes(comparison);
  return counts && typeof one !== "string" ? "number" : "text";
}

/** The clause with another value; a comparison that makes no sense for it gives way to one that does. */
export function withPath(clause: Clause, path: string, sample: Json | undefined): Clause {
  const fits = fitting[kindOf(sample)];
  const comparison = fits.includes(clause.comparison) ? clause.comparison : (fits[0] ?? "is");
  return withComparison({ ...clause, path }, comparison);
}

export function withComparison({ path, operand }: Clause, comparison: Comparison): Clause {
  const keeps = comparesWith(comparison) && operand !== undefined;
  return keeps ? { path, comparison, operand } : { path, comparison };
}

