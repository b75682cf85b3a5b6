import { cut } from "../data/known-values.ts";
import { readText } from "../large-editor/text-parts.ts";

const most = 60;

/** What stands in a field, in few words: a text, the name of a value, the parts of a list. */
export function valueWords(source: string): string {
  const text = source.trim();
  if (!text.startsWith("=")) return short(text);
  return parts(text.slice(1).trim()) ?? joined(text) ?? cut(short(text.slice(1)), most);
}

/** The names in a JSON Schema, an object or a list. */
function parts(expression: string): string | undefined {
  if (!/^[{[]/.test(expression)) return undefined;
  try {
    const json = JSON.parse(expression) as { properties?: object } | string[];
    const names = Array.isArray(json) ? json.filter((one) => typeof one === "string") : Object.keys(json.properties ?? json);
    return names.length === 0 ? undefined : cut(names.join(", "), most);
  } catch {
    return undefined;
  }
}

/** Text with values in it, the values by their names. */
function joined(source: string): string | undefined {
  const read = readText(source);
  return read === undefined ? undefined : short(read.map((part) => (part.is === "text" ? part.text : part.label)).join(""));
}

const short = (text: string): string => cut(text.replace(/^https?:\/\//, "").replace(/\s+/g, " ").trim(), most);
