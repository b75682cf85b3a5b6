/**
 * Text as an expression writes it, in double quotes. A backslash stands for itself there, but before
 * the sign of an escape or the end it has no spelling: it comes out twice, see `isQuotable`.
 */
export function quote(text: string): string {
  const escaped = text
    .replace(/\\(?=[nrtbf'"\\\n\r\t]|$)/g, "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `"${escaped}"`;
}

export const isQuotable = (text: string): boolean => unquote(quote(text)) === text;

const meanings: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"' };

/** The text of a literal as the engine reads it; undefined where that could not be written back. */
export function unquote(literal: string): string | undefined {
  const inside = literal.slice(1, -1);
  let text = "";
  for (let at = 0; at < inside.length; at++) {
    const sign = inside[at] ?? "";
    if (sign !== "\\") {
      text += sign;
      continue;
    }
    const next = inside[++at] ?? "\\";
    if ("bf'\\".includes(next)) return undefined;
    text += meanings[next] ?? `\\${next}`;
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
