export type TextLanguage = "markdown" | "json" | "html" | "plain";

const byName: Record<string, TextLanguage> = {
  markdown: "markdown",
  prompt: "markdown",
  system: "markdown",
  html: "html",
};

/** What a text is written in, by the field's name and by how it begins. */
export function languageOf(name: string, text: string): TextLanguage {
  const named = byName[name];
  if (named !== undefined) return named;
  const begins = text.trimStart();
  if (/^[{[]/.test(begins)) return "json";
  return /^<[a-z!]/i.test(begins) ? "html" : "plain";
}

/** JSON with its lines in order; undefined when it is none, or is in order already. */
export function laidOut(source: string): string | undefined {
  const sign = source.startsWith("=") ? "=" : "";
  const text = source.slice(sign.length);
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const laid = JSON.stringify(JSON.parse(text), null, 2);
    return laid === text ? undefined : sign + laid;
  } catch {
    return undefined;
  }
}
