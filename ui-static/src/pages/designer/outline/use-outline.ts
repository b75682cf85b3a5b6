import { useEffect, useMemo, useState } from "preact/hooks";
import type { OutlineNode } from "../../../canvas/outline/node.ts";
import type { Table } from "../table.ts";
import { rowsOf, type Row } from "./rows.ts";

/** The lines of the outline as they are now, and what is selected on the canvas. */
export function useOutline(table: Table) {
  const [nodes, setNodes] = useState<OutlineNode[]>(() => table.outline.lines());
  const [selected, setSelected] = useState(table.outline.selected);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(nodes, folded), [nodes, folded]);

  useEffect(
    () =>
      table.outline.onChange(() => {
        setNodes(table.outline.lines());
        setSelected(table.outline.selected);
      }),
    [table],
  );

  const fold = ({ node }: Row, closed: boolean) =>
    setFolded((before) => {
      const after = new Set(before);
      if (closed) after.add(node.key);
      else after.delete(node.key);
      return after;
    });

  return { rows, selected, fold };
}
