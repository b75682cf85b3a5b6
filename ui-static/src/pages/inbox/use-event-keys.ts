import { useEffect, useState } from "preact/hooks";
import type { InboxEvent } from "../../api/types.ts";
import { writes } from "../../panels/frame/use-frame-keys.ts";

interface Keys {
  /** The row under the cursor. */
  at: string | undefined;
  setAt: (id: string) => void;
}

/**
 * J, K and the arrows move through the rows; an open pane follows. Enter opens, X chooses for
 * replay, R opens the row's menu of replays, Escape closes the pane.
 */
export function useEventKeys(
  events: InboxEvent[],
  open: string | undefined,
  show: (id: string | undefined) => void,
  pick: (id: string) => void,
): Keys {
  const [at, setAt] = useState(open);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (writes(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
      const index = events.findIndex(({ id }) => id === at);
      const step = steps[event.key];
      const target = step === undefined ? undefined : events[Math.max(0, index + step)];
      if (step !== undefined) {
        event.preventDefault();
        if (target === undefined) return;
        setAt(target.id);
        if (open !== undefined) show(target.id);
      } else if (event.key === "Escape") show(undefined);
      else if (at === undefined) return;
      else if (event.key === "Enter" && !isControl(event.target)) show(at);
      else if (event.key === "x") pick(at);
      else if (event.key === "r") openReplay(event);
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, [events, at, open, show, pick]);

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
