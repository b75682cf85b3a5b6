/** A part of a sentence that can be changed: a click leads to its field, or to another element. */
export interface Chip {
  text: string;
  /** The field: `input:NAME` and `header:KEY` of a connector, else the entry of the panel. */
  field?: string;
  element?: string;
  /** There is nothing yet; the text says what is wanted. */
  empty?: true;
}

export type Part = string | Chip;

/** Chips with commas and an “and” between them. */
export function listed(chips: Chip[]): Part[] {
  return chips.flatMap((chip, at): Part[] => {
    if (at === 0) return [chip];
    return [at === chips.length - 1 ? " and " : ", ", chip];
  });
}

export const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
