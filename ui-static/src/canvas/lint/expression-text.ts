/** The engine's own limits: what goes beyond them is refused there, too. */
const longest = 10_000;
const deepest = 12;
const longestAbout = 120;

/** As the engine names the same expression. */
export const aboutExpression = (text: string): string =>
  `expression:${text.trim().slice(0, longestAbout)}`;

/** Why an expression is not even read, or undefined: reading takes twice as long for each bracket inside another. */
export function tooMuch(text: string): string | undefined {
  if (text.length > longest) return `is longer than ${longest.toLocaleString("en")} characters`;
  return nesting(text) > deepest ? `has brackets inside each other more than ${deepest} deep` : undefined;
}

const skipped = /"(?:[^"\\]|\\[^])*(?:"|$)|`[^`]*(?:`|$)|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g;

export function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of text.replace(skipped, "")) {
    if ("([{".includes(sign)) most = Math.max(most, ++depth);
    else if (")]}".includes(sign)) depth--;
  }
  return most;
}
