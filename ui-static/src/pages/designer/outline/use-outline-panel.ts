import { useLayoutEffect, useState } from "preact/hooks";
import { isBare, useKeys } from "../../../panels/parts/use-keys.ts";
import { toggleId } from "./outline-toggle.tsx";
import type { Table } from "../table.ts";

/** Whether the outline is shown; the letter O turns it on and off. */
export function useOutlinePanel(table: Table | undefined) {
  const [shown, setShown] = useState(false);
  const toggle = () => setShown((before) => !before);

  useLayoutEffect(() => table?.outline.makeRoom(), [table, shown]);

  useKeys((event) => {
    if (event.key !== "o" || !isBare(event)) return;
    if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
    event.preventDefault();
    toggle();
  });

  const close = () => {
    setShown(false);
    document.getElementById(toggleId)?.focus();
  };
  return { shown, toggle, close };
}
