import { Icon, type IconName } from "../../../panels/parts/icon.tsx";
import { canBeNamed, textOf, type Row } from "./rows.ts";

interface Props {
  row: Row | undefined;
  rename: (row: Row) => void;
  show: (row: Row) => void;
  move: (row: Row, by: "up" | "down") => void;
}

/** What can be done with the line where one is. */
export function OutlineTools({ row, rename, show, move }: Props) {
  const tool = (icon: IconName, label: string, key: string, can: boolean, act: (row: Row) => void) => (
    <button
      type="button"
      class="icon-button"
      aria-label={row === undefined ? label : `${label}: ${textOf(row.node)}`}
      title={`${label} · ${key}`}
      disabled={!can}
      onClick={() => row !== undefined && act(row)}
    >
      <Icon name={icon} size={14} />
    </button>
  );
  return (
    <div class="outline__tools" role="toolbar" aria-label="Where you are in the outline">
      {tool("up", "Move up", "Alt ↑", row?.node.up !== undefined, (one) => move(one, "up"))}
      {tool("down", "Move down", "Alt ↓", row?.node.down !== undefined, (one) => move(one, "down"))}
      {tool("edit", "Rename", "F2", row !== undefined && canBeNamed(row.node), rename)}
      {tool("settings", "Settings", "Enter", row?.node.element !== undefined, show)}
    </div>
  );
}
