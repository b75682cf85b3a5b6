/**
 * Whether a command's output is what the tutorial shows. `…` stands for anything within a line, a
 * line of its own with `…` for any lines.
 */
export function fits(output: string, shown: string): boolean {
  const pattern = shown
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(literally).join(".*?")}\\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${output.trimEnd()}\n`);
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
