import type { OutlineNode } from "../../../canvas/outline/node.ts";

/** A line as it stands in the panel. */
export interface Row {
  node: OutlineNode;
  level: number;
  /** Its place among its neighbours, from 1, and how many they are. */
  place: number;
  of: number;
  parent: string | undefined;
  folded: boolean;
}

/** The lines that can be seen, from top to bottom. */
export function rowsOf(nodes: readonly OutlineNode[], folded: ReadonlySet<string>, level = 1, parent?: string): Row[] {
  return nodes.flatMap((node, at) => {
    const closed = folded.has(node.key);
    const row = { node, level, place: at + 1, of: nodes.length, parent, folded: closed };
    return closed ? [row] : [row, ...rowsOf(node.children, folded, level + 1, node.key)];
  });
}

/** Where a key leads from a line, by the rules for trees; undefined when it does nothing there. */
export function stepTo(key: string, at: number, rows: readonly Row[]): Row | undefined {
  const row = rows[at];
  switch (key) {
    case "ArrowDown":
      return rows[at + 1];
    case "ArrowUp":
      return rows[at - 1];
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    case "ArrowLeft":
      return rows.find(({ node }) => node.key === row?.parent);
    case "ArrowRight":
      return row !== undefined && row.node.children.length > 0 && !row.folded ? rows[at + 1] : undefined;
    default:
      return byLetter(key, at, rows);
  }
}

function byLetter(key: string, at: number, rows: readonly Row[]): Row | undefined {
  if (key.length !== 1 || key === " ") return undefined;
  const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return after.find(({ node }) => textOf(node).toLowerCase().startsWith(key.toLowerCase()));
}

/** What is read of a line. */
export const textOf = ({ kind, name, word }: OutlineNode): string =>
  kind === "jump" ? `${word} “${name}”` : name === "" ? word : name;

/** What stands beside the name: what it is, or when it happens. */
export const noteOf = ({ kind, name, word }: OutlineNode): string =>
  name === "" || name === word || kind === "jump" || kind === "way" ? "" : word;

/** A jump and a heading stand for nothing of their own. */
export const canBeNamed = ({ kind, element }: OutlineNode): boolean =>
  element !== undefined && kind !== "jump" && kind !== "heading";
