import { useEffect, useRef, useState } from "preact/hooks";
import type { InboxEvent } from "../../api/types.ts";
import { writes } from "../../panels/frame/use-frame-keys.ts";

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
  const latest = useRef({ events, open, show, pick });
  latest.current = { events, open, show, pick };

  const setAt = (id: string) => {
    cursor.current = id;
    setShownAt(id);
  };

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (writes(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
      const now = latest.current;
      const id = cursor.current;
      const step = steps[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const index = now.events.findIndex((one) => one.id === id);
        const target = now.events[Math.max(0, index + step)];
        if (target === undefined) return;
        setAt(target.id);
        if (now.open !== undefined) now.show(target.id);
      } else if (event.key === "Escape") now.show(undefined);
      else if (id === undefined) return;
      else if (event.key === "Enter" && !isControl(event.target)) now.show(id);
      else if (event.key === "x") now.pick(id);
      else if (event.key === "r") openReplay(event);
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, []);

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
