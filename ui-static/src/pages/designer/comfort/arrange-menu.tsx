import { useEffect, useState } from "preact/hooks";
import { designerKey, type DesignerDoing } from "../../../panels/palette/designer-keys.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { Menu, type MenuItem } from "../../../panels/parts/menu.tsx";
import type { Desk } from "../use-designer.ts";
import { doings } from "./doings.ts";

/** How many things each needs to be chosen. */
const offered: [DesignerDoing, number][] = [
  ["note", 0],
  ["frame", 0],
  ["colour", 1],
  ["left", 2],
  ["centre", 2],
  ["right", 2],
  ["top", 2],
  ["middle", 2],
  ["bottom", 2],
  ["spreadAcross", 3],
  ["spreadDown", 3],
];

/** Tidy up, and what puts chosen things in order. */
export function ArrangeMenu({ desk }: { desk: Desk }) {
  const { table } = desk;
  const chosen = useChosen(desk);
  if (table === undefined) return null;
  const items = offered.map(([id, needed]): MenuItem => {
    const { icon, label } = designerKey(id);
    return {
      icon,
      label,
      ...(chosen < needed ? { disabled: true } : {}),
      act: () => doings(desk, table)[id](),
    };
  });
  return (
    <>
      <button
        type="button"
        class="button button--quiet button--small"
        title="Puts everything in rows and columns · T"
        onClick={() => doings(desk, table).tidy()}
      >
        <Icon name="tidy" /> Tidy up
      </button>
      <Menu look="quiet" label="Arrange" items={items} />
    </>
  );
}

function useChosen({ table }: Desk): number {
  const [chosen, setChosen] = useState(0);
  useEffect(() => table?.comfort.onChosen(() => setChosen(table.comfort.chosen)), [table]);
  return chosen;
}
