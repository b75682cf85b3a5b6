import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keys of the whole page. They are heard as soon as what they act on is there: an effect that waits
 * for the next picture loses the press of a quick hand.
 */
export function useKeys(keys: (event: KeyboardEvent) => void, capture = false): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", hear, capture);
    return () => document.removeEventListener("keydown", hear, capture);
  }, [capture]);
}

/** True while a key belongs to a text. */
export function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** True for a key by itself, which belongs to no text. */
export const isBare = (event: KeyboardEvent): boolean =>
  !writes(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
