/** One thing that a tutorial runs or shows, with its line for messages. */
export type Part =
  | { is: "command"; line: number; text: string; shown: string | undefined }
  | { is: "picture"; line: number; file: string };

/**
 * Reads a tutorial: fenced `sh` blocks (a `text` block behind one is what it shows) and pictures.
 * Everything else is for the reader alone.
 */
export function partsOf(markdown: string): Part[] {
  const lines = markdown.split("\n");
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^```(\w*)$/.exec(line);
    if (fence !== null) {
      const end = lines.indexOf("```", at + 1);
      if (end < 0) throw new Error(`line ${at + 1}: the block has no end`);
      take(parts, fence[1] ?? "", lines.slice(at + 1, end).join("\n"), at + 1);
      at = end;
      continue;
    }
    const picture = /^!\[[^\]]+\]\(([^)]+)\)$/.exec(line);
    if (picture !== null) parts.push({ is: "picture", line: at + 1, file: picture[1] ?? "" });
  }
  return parts;
}

function take(parts: Part[], language: string, text: string, line: number): void {
  if (language === "sh") parts.push({ is: "command", line, text, shown: undefined });
  if (language !== "text") return;
  const last = parts.at(-1);
  if (last?.is !== "command" || last.shown !== undefined) {
    throw new Error(`line ${line}: what is shown belongs to no command`);
  }
  last.shown = text;
}
