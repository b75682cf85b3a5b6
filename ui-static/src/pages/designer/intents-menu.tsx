import { useEffect, useState } from "preact/hooks";
import type { Intent, IntentId } from "../../canvas/intents/intents.ts";
import type { IconName } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import type { Table } from "./table.ts";

const icons: Record<IntentId, IconName> = {
  fails: "failed",
  longer: "timer",
  each: "replay",
  reply: "answered",
  beside: "jump",
  undo: "undo",
};

/** What may be wanted of the selected step; there while a step is selected. */
export function IntentsMenu({ table }: { table: Table | undefined }) {
  const [intents, setIntents] = useState<Intent[]>([]);
  useEffect(
    () =>
      table?.onChosen(() => {
        const { step } = table.intents;
        setIntents(step === undefined ? [] : table.intents.for(step));
      }),
    [table],
  );
  if (intents.length === 0) return null;
  return (
    <div class="intents-menu">
      <Menu
        label="What if…"
        look="quiet"
        items={intents.map(({ id, label, help }) => ({
          icon: icons[id],
          label,
          help,
          act: () => {
            const step = table?.intents.step;
            if (step !== undefined) table?.intents.apply(step, id);
          },
        }))}
      />
    </div>
  );
}
