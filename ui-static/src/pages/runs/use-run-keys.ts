import { useEffect, useRef, useState } from "preact/hooks";
import type { Run } from "../../api/types.ts";
import { writes } from "../../panels/frame/use-frame-keys.ts";

/** J, K and the arrows move through the rows, Enter opens, X picks, Escape drops the picks. */
export function useRunKeys(
  runs: Run[],
  act: { open: (key: string) => void; pick: (key: string) => void; clear: () => void },
): string | undefined {
  const [at, setShownAt] = useState<string>();
  // why: keys may come faster than the page is drawn; each must see what the one before did.
  const cursor = useRef<string | undefined>(undefined);
  const latest = useRef({ runs, act });
  latest.current = { runs, act };

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (writes(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
      const { runs: list, act: actions } = latest.current;
      const step = steps[event.key];
      if (step !== undefined) {
        event.preventDefault();
        const index = list.findIndex(({ key }) => key === cursor.current);
        const target = list[Math.max(0, index + step)];
        if (target === undefined) return;
        cursor.current = target.key;
        setShownAt(target.key);
      } else if (event.key === "Escape") actions.clear();
      else if (cursor.current === undefined) return;
      else if (event.key === "Enter" && !isControl(event.target)) actions.open(cursor.current);
      else if (event.key === "x") actions.pick(cursor.current);
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, []);

  useEffect(() => {
    document.querySelector("tr.is-at")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return at;
}

const steps: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("a, button, input") !== null;
