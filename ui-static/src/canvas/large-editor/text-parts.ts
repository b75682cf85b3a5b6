import type { Json } from "../../api/types.ts";
import { asText } from "../feel/insert.ts";
import { isPath, pathPattern, quote, unquote } from "../feel/literal.ts";

/** A piece of a text: words as they stand, or a value that is put in when the step runs. */
export type TextPart = { is: "text"; text: string } | { is: "value"; feel: string; label: string };

export const valuePart = (feel: string): TextPart => ({ is: "value", feel, label: labelOf(feel) });

/**
 * A field's source as text with values in it; undefined for what is more than that. Text and values
 * are joined by “+”: a value is a path or one call, which stays as it is written.
 */
export function readText(source: string): TextPart[] | undefined {
  if (!source.startsWith("=")) return source === "" ? [] : [{ is: "text", text: source }];
  const operands = split(source.slice(1));
  const parts = operands?.map(operand);
  if (parts === undefined || parts.includes(undefined)) return undefined;
  const read = parts as TextPart[];
  const [first] = read;
  // why: numbers alone are added up, and a call alone may give anything; only text makes it text.
  const isText = read.some(({ is }) => is === "text") || (read.length === 1 && first?.is === "value" && isPath(first.feel));
  return isText ? read : undefined;
}

/** The source again: plain text when there is no value in it. */
export function writeText(parts: readonly TextPart[], sampleOf: (path: string) => Json | undefined): string {
  const full = parts.filter((part) => part.is === "value" || part.text !== "");
  const [first] = full;
  if (first === undefined) return "";
  if (full.length === 1) {
    if (first.is === "text") return first.text.startsWith("=") ? `=${quote(first.text)}` : first.text;
    return `=${isPath(first.label) ? first.label : first.feel}`;
  }
  const alone = full.every(({ is }) => is === "value");
  const written = full.map((part) => (part.is === "text" ? quote(part.text) : beside(part.feel, sampleOf)));
  return `=${alone ? `"" + ${written.join(" + ")}` : written.join(" + ")}`;
}

/** A value beside text has to be text: what is known to be something else is made so. */
function beside(feel: string, sampleOf: (path: string) => Json | undefined): string {
  const sample = isPath(feel) ? sampleOf(feel) : undefined;
  return sample == null ? feel : asText(feel, sample);
}

const wrapped = new RegExp(`^(?:string\\s*\\(\\s*(${pathPattern})\\s*\\)|string join\\(\\s*(${pathPattern})\\s*,\\s*", "\\s*\\))$`, "u");

/** A value is known by its name; how it becomes text is nobody's concern. */
function labelOf(feel: string): string {
  const found = wrapped.exec(feel);
  const start = shortened.exec(feel);
  if (start !== null) return `${start[1] ?? ""} (first ${start[2] ?? ""} characters)`;
  return found?.[1] ?? found?.[2] ?? feel;
}

const shortened = new RegExp(`^substring\\(\\s*(${pathPattern})\\s*,\\s*1\\s*,\\s*(\\d+)\\s*\\)$`, "u");

function operand(feel: string): TextPart | undefined {
  if (feel.startsWith('"')) {
    const text = /^"(?:[^"\\]|\\.)*"$/s.test(feel) ? unquote(feel) : undefined;
    return text === undefined ? undefined : { is: "text", text };
  }
  return isPath(feel) || isCall(feel) ? valuePart(feel) : undefined;
}

/** `substring(article.text, 1, 200)`: a name, and one pair of brackets to the end. */
function isCall(feel: string): boolean {
  const name = /^[A-Za-z]+(?: [A-Za-z]+)*\s*\(/.exec(feel)?.[0];
  if (name === undefined || /^(?:if|for|some|every|function|not)\b/.test(name)) return false;
  return closing(feel, name.length - 1) === feel.length - 1;
}

function closing(text: string, open: number): number {
  let depth = 0;
  let found = -1;
  scan(text.slice(open), (sign, at) => {
    if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign) && --depth === 0 && found === -1) found = open + at;
  });
  return found;
}

/** The operands between signs of “+” outside of all brackets; undefined when a text is not closed. */
function split(expression: string): string[] | undefined {
  const cuts: number[] = [];
  let depth = 0;
  const whole = scan(expression, (sign, at) => {
    if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
    else if (sign === "+" && depth === 0) cuts.push(at);
  });
  if (!whole || depth !== 0) return undefined;
  const starts = [0, ...cuts.map((at) => at + 1)];
  return starts.map((from, at) => expression.slice(from, cuts[at] ?? expression.length).trim());
}

/** Every sign that is not inside of a text; false when the last text is not closed. */
function scan(text: string, see: (sign: string, at: number) => void): boolean {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted) see(sign, at);
  }
  return !quoted;
}
