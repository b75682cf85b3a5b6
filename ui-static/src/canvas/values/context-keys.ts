/** The names that an expression such as `={feed: request.body.feed}`, also behind an `if`, gives a value to. */
export function contextKeys(expression: string): string[] {
  const text = expression.trim().replace(/^=\s*(if\b.*?\bthen\s*)?/s, "");
  if (!text.startsWith("{")) return [];
  const keys: string[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}()[\],:]|[^"{}()[\],:]+/g)) {
    if ("{([".includes(token)) depth++;
    else if ("})]".includes(token)) depth--;
    else if (depth === 1 && token === ",") keys.push("");
    else if (depth === 1 && (keys.length === 0 || keys.at(-1) === "") && token.trim() !== "") {
      keys[Math.max(0, keys.length - 1)] = token.trim().replace(/^"|"$/g, "");
    }
  }
  return keys.filter((key) => key !== "");
}
