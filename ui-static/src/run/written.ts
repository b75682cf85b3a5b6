import type { TextPiece } from "../api/live-events.ts";

/** What a step has written until now; of a long text that is joined late only the last part. */
export interface Written {
  /** How many characters are missing at the beginning. */
  from: number;
  text: string;
}

/** The text with a piece of it that came in; a piece may repeat what is known, or begin anew. */
export function grown(before: Written | undefined, { at, text }: TextPiece): Written {
  if (before === undefined || at < before.from || at > before.from + before.text.length) {
    return { from: at, text };
  }
  return { from: before.from, text: before.text.slice(0, at - before.from) + text };
}

/** The end of a text, from the beginning of a word. */
export function tail({ from, text }: Written, length: number): string {
  if (text.length <= length) return from > 0 ? `… ${text}` : text;
  const end = text.slice(-length);
  const word = /^\S*\s+/.exec(end)?.[0].length ?? 0;
  return `… ${end.slice(word)}`;
}
