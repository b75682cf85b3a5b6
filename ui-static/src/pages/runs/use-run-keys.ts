import { useEffect, useRef, useState } from "preact/hooks";
import type { Run } from "../../api/types.ts";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";

/** J, K and the arrows move through the rows, Enter opens, X picks, Escape drops the picks. */
export function useRunKeys(
  runs: Run[],
  act: { open: (key: string) => void; pick: (key: string) => void; clear: () => void },
): string | undefined {
  const [at, setShownAt] = useState<string>();
  // why: keys may come faster than the page is drawn; each must see what the one before did.
  const cursor = useRef<string | undefined>(undefined);

  useKeys((event) => {
    if (!isBare(event)) return;
    if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const index = runs.findIndex(({ key }) => key === cursor.current);
      const target = runs[Math.max(0, index + step)];
      if (target === undefined) return;
      cursor.current = target.key;
      setShownAt(target.key);
    } else if (event.key === "Escape") act.clear();
    else if (cursor.current === undefined) return;
    else if (event.key === "Enter" && !isControl(event.target)) act.open(cursor.current);
    else if (event.key === "x") act.pick(cursor.current);
  });

  useEffect(() => {
    document.querySelector("tr.is-at")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return at;
}

const steps: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("a, button, input") !== null;
