import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../../panels/parts/icon.tsx";
import type { Table } from "../table.ts";
import { OutlineRow } from "./outline-row.tsx";
import { OutlineTools } from "./outline-tools.tsx";
import { canBeNamed, stepTo, type Row } from "./rows.ts";
import { useOutline } from "./use-outline.ts";

interface Props {
  table: Table;
  /** Selects an element; with `settings`, goes on to its fields. */
  open: (element: string, settings: boolean) => void;
  close: () => void;
}

/** The workflow as indented steps: the same drawing for eyes, keyboard and screen reader. */
export function OutlinePanel({ table, open, close }: Props) {
  const { rows, selected, fold } = useOutline(table);
  const [current, setCurrent] = useState<string>();
  const [naming, setNaming] = useState<string>();
  const tree = useRef<HTMLUListElement>(null);
  const wanted = useRef(true);

  const at = Math.max(0, rows.findIndex(({ node }) => node.key === current));
  const row = rows[at];

  useEffect(() => {
    const there = rows.find(({ node }) => node.element === selected && node.kind !== "jump");
    if (there !== undefined) setCurrent(there.node.key);
  }, [selected]);

  useLayoutEffect(() => {
    if (!wanted.current || row === undefined || naming !== undefined) return;
    wanted.current = false;
    tree.current?.querySelector<HTMLElement>("[role=treeitem][tabindex='0']")?.focus();
  });

  const go = (to: Row) => {
    wanted.current = true;
    setCurrent(to.node.key);
  };
  const move = (one: Row, by: "up" | "down") => {
    const { element } = one.node;
    const other = one.node[by];
    if (element === undefined || other === undefined) return;
    wanted.current = true;
    setCurrent(one.node.key);
    if (by === "up") table.outline.swap(other, element);
    else table.outline.swap(element, other);
  };
  const rename = (one: Row) => {
    if (canBeNamed(one.node)) setNaming(one.node.key);
  };
  const named = (one: Row, name: string | undefined) => {
    wanted.current = true;
    setNaming(undefined);
    if (one.node.element !== undefined && name !== undefined) table.outline.rename(one.node.element, name);
  };
  const show = (one: Row, settings: boolean) => {
    if (one.node.element !== undefined) open(one.node.element, settings);
  };

  const keys = (event: KeyboardEvent) => {
    if (row === undefined || naming !== undefined || event.ctrlKey || event.metaKey) return;
    const done = act(event, row);
    const next = done ? undefined : event.altKey ? undefined : stepTo(event.key, at, rows);
    if (next !== undefined) go(next);
    if (!done && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const act = ({ key, altKey }: KeyboardEvent, one: Row): boolean => {
    if (altKey && (key === "ArrowUp" || key === "ArrowDown")) move(one, key === "ArrowUp" ? "up" : "down");
    else if (key === "Enter" || key === " ") show(one, true);
    else if (key === "F2") rename(one);
    else if (key === "Escape") close();
    else if (key === "ArrowLeft" && one.node.children.length > 0 && !one.folded) fold(one, true);
    else if (key === "ArrowRight" && one.folded) fold(one, false);
    else return false;
    return true;
  };

  return (
    <section class="outline" aria-label="Outline">
      <header class="outline__head">
        <h2 class="outline__title">Outline</h2>
        <button type="button" class="icon-button" aria-label="Close the outline" title="O" onClick={close}>
          <Icon name="close" size={14} />
        </button>
      </header>
      <OutlineTools row={row} rename={rename} show={(one) => show(one, true)} move={move} />
      {rows.length === 0 ? null : (
        <ul ref={tree} class="outline__tree" role="tree" aria-label="Steps in reading order" onKeyDown={keys}>
          {rows.map((one) => (
            <OutlineRow
              key={one.node.key}
              row={one}
              current={one === row}
              selected={one.node.element === selected && selected !== undefined && one.node.kind !== "jump"}
              naming={naming === one.node.key}
              go={() => {
                go(one);
                show(one, false);
              }}
              focused={() => setCurrent(one.node.key)}
              fold={() => fold(one, !one.folded)}
              rename={() => rename(one)}
              named={(name) => named(one, name)}
            />
          ))}
        </ul>
      )}
      {rows.length === 0 ? <p class="soft outline__empty">Nothing is drawn yet.</p> : null}
    </section>
  );
}
