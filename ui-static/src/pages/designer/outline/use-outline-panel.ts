import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { writes } from "../../../panels/frame/use-frame-keys.ts";
import { toggleId } from "./outline-toggle.tsx";
import type { Table } from "../table.ts";

/** Whether the outline is shown; the letter O turns it on and off. */
export function useOutlinePanel(table: Table | undefined) {
  const [shown, setShown] = useState(false);
  const toggle = () => setShown((before) => !before);

  useLayoutEffect(() => table?.outline.makeRoom(), [table, shown]);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== "o" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (writes(event.target) || document.querySelector("[role=dialog], [role=menu]") !== null) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, []);

  const close = () => {
    setShown(false);
    document.getElementById(toggleId)?.focus();
  };
  return { shown, toggle, close };
}
