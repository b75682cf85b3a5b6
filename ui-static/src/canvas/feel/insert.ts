import type { Json } from "../../api/types.ts";
import { quote } from "./literal.ts";

export interface Edit {
  from: number;
  to: number;
  insert: string;
  /** Where the cursor is afterwards. */
  cursor: number;
}

/** A value among text: FEEL joins text to text only. */
export function asText(path: string, sample: Json | undefined): string {
  if (typeof sample === "string") return path;
  const texts = Array.isArray(sample) && sample.every((item) => typeof item === "string");
  return texts ? `string join(${path}, ", ")` : `string(${path})`;
}

/** A text field with a value put into it, as the expression that it becomes. */
export function intoText(text: string, from: number, to: number, path: string, sample: Json | undefined): string {
  if (text === "") return `=${path}`;
  const parts = [text.slice(0, from), text.slice(to)].map((part) => (part === "" ? undefined : quote(part)));
  const [before, after] = parts;
  return `=${[before, asText(path, sample), after].filter((part) => part !== undefined).join(" + ")}`;
}

/** How an expression changes when a value is put where the cursor is. */
export function intoExpression(
  expression: string,
  from: number,
  to: number,
  path: string,
  sample: Json | undefined,
): Edit {
  const before = expression.slice(0, from);
  if (insideText(before)) return intoLiteral(expression, from, to, asText(path, sample));
  const left = before.trimEnd();
  const right = expression.slice(to).trimStart();
  const joined = isOperandEnd(left);
  const joins = isOperandStart(right) && !joined;
  const nextToText = (joined && left.endsWith('"')) || (joins && right.startsWith('"'));
  const value = nextToText ? asText(path, sample) : path;
  const lead = joined ? (before.endsWith(" ") ? "+ " : " + ") : "";
  const insert = `${lead}${value}${joins ? " + " : ""}`;
  return { from, to, insert, cursor: from + insert.length };
}

/** The text is cut in two at the cursor; an empty half is left out. */
function intoLiteral(expression: string, from: number, to: number, value: string): Edit {
  const atStart = expression[from - 1] === '"' && !insideText(expression.slice(0, from - 1));
  const atEnd = expression[to] === '"';
  const start = atStart ? from - 1 : from;
  const end = atEnd ? to + 1 : to;
  const lead = atStart ? "" : '" + ';
  const insert = `${lead}${value}${atEnd ? "" : ' + "'}`;
  return { from: start, to: end, insert, cursor: start + lead.length + value.length };
}

/** True behind an opening quote that is not closed yet. */
export function insideText(before: string): boolean {
  let inside = false;
  for (let at = 0; at < before.length; at++) {
    if (inside && before[at] === "\\") at++;
    else if (before[at] === '"') inside = !inside;
  }
  return inside;
}

const operator = /(?:^|[^\p{L}\p{N}_])(?:and|or|if|then|else|in|return|satisfies|between|not|of)$/u;

const isOperandEnd = (left: string): boolean =>
  /["\p{L}\p{N}_)\]}`]$/u.test(left) && !operator.test(left);

const isOperandStart = (right: string): boolean =>
  /^["\p{L}\p{N}_({`[]/u.test(right) && !/^(?:and|or|then|else|in|return|satisfies|between)\b/.test(right);
