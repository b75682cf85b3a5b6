/** Text as an expression writes it, in double quotes. */
export function quote(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `"${escaped}"`;
}

const meanings: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** The text of a literal; undefined for escapes that would not be written back the same way. */
export function unquote(literal: string): string | undefined {
  const inside = literal.slice(1, -1);
  let text = "";
  for (let at = 0; at < inside.length; at++) {
    const sign = inside[at] ?? "";
    if (sign !== "\\") {
      text += sign;
      continue;
    }
    const meaning = meanings[inside[++at] ?? ""];
    if (meaning === undefined) return undefined;
    text += meaning;
  }
  return text;
}

const name = "(?:[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`)";

/** A value by its path, such as `entries[1].title`. */
export const pathPattern = `${name}(?:\\.${name}|\\[-?\\d+\\])*`;

const whole = new RegExp(`^${pathPattern}$`, "u");

const words = new Set(
  "and or not if then else for in return some every satisfies between function true false null instance of".split(" "),
);

/** True for what names a value, and is no word of the language. */
export const isPath = (text: string): boolean =>
  whole.test(text) && !words.has(/^[^.[]*/.exec(text)?.[0] ?? "");
