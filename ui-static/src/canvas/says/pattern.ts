import type { Part } from "./part.ts";

/** One place of a pattern: what stands there, or that nothing does. */
export interface Filled {
  part: Part;
  given: boolean;
}

/**
 * A connector's sentence with its inputs put in. What stands in brackets is left out when one of its
 * inputs is not given: `Reads {url}[, at most {limit} items]`.
 */
export function fillPattern(pattern: string, fill: (name: string) => Filled): Part[] {
  return pattern
    .split(/(\[[^\]]*\])/)
    .filter((piece) => piece !== "")
    .flatMap((piece) => {
      const optional = piece.startsWith("[");
      const places = placesIn(optional ? piece.slice(1, -1) : piece, fill);
      return optional && places.some(({ given }) => !given) ? [] : places.map(({ part }) => part);
    });
}

function placesIn(text: string, fill: (name: string) => Filled): Filled[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith("{") ? fill(piece.slice(1, -1)) : { part: piece, given: true }));
}
