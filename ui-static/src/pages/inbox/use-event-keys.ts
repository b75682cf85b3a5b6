import { useRef, useState } from "preact/hooks";
import type { InboxEvent } from "../../api/types.ts";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";

interface Keys {
  /** The row under the cursor. */
  at: string | undefined;
  setAt: (id: string) => void;
}

/**
 * J, K and the arrows move through the rows; an open pane follows. Enter opens, X chooses for
 * replay, R opens the menu of replays, Escape closes the pane.
 */
export function useEventKeys(
  events: InboxEvent[],
  open: string | undefined,
  show: (id: string | undefined) => void,
  pick: (id: string) => void,
): Keys {
  const [at, setShownAt] = useState(open);
  // why: keys may come faster than the page is drawn; each must see what the one before did.
  const cursor = useRef(open);

  const setAt = (id: string) => {
    cursor.current = id;
    setShownAt(id);
  };

  useKeys((event) => {
    if (!isBare(event)) return;
    if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
    const id = cursor.current;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const index = events.findIndex((one) => one.id === id);
      const target = events[Math.max(0, index + step)];
      if (target === undefined) return;
      setAt(target.id);
      if (open !== undefined) show(target.id);
    } else if (event.key === "Escape") show(undefined);
    else if (id === undefined) return;
    else if (event.key === "Enter" && !isControl(event.target)) show(id);
    else if (event.key === "x") pick(id);
    else if (event.key === "r") openReplay(event);
  });

  return { at, setAt };
}

const steps: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("a, button") !== null;

function openReplay(event: Event): void {
  event.preventDefault();
  const menus = ".pane__head [aria-haspopup=menu], tr.is-at [aria-haspopup=menu]";
  [...document.querySelectorAll<HTMLElement>(menus)].at(-1)?.click();
}
