/** An empty line begins the next prompt. */
export const promptsIn = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n+/)
    .map((prompt) => prompt.trim())
    .filter((prompt) => prompt !== "");
