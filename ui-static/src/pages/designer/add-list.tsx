import { useState } from "preact/hooks";
import type { ConnectorInfo } from "../../api/types.ts";
import { addEntries, type AddEntry, type Recipe } from "../../canvas/add-step/entries.ts";
import { Drawing } from "../../panels/parts/icon.tsx";
import { SearchField } from "../../panels/parts/search-field.tsx";

interface Props {
  connectors: ConnectorInfo[] | undefined;
  add: { drag: (event: Event, recipe: Recipe) => void; append: (recipe: Recipe) => void };
}

/** What can be added, by what it does: dragged onto the canvas, or clicked to follow the selection. */
export function AddList({ connectors, add }: Props) {
  const [text, setText] = useState("");
  const entries = addEntries(connectors ?? []).filter((entry) => fits(entry, text));
  const groups = [...new Set(entries.map((entry) => entry.group))];

  return (
    <section class="add-list" aria-label="Add">
      <SearchField label="Add a step" value={text} change={setText} />
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <h2 class="add-list__group">{group}</h2>
          {entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <Entry key={entry.id} entry={entry} add={add} />
            ))}
        </div>
      ))}
      {entries.length === 0 ? <p class="soft add-list__group">Nothing fits.</p> : null}
    </section>
  );
}

/** why: not a button element, because some browsers do not let those be dragged. */
function Entry({ entry, add }: { entry: AddEntry; add: Props["add"] }) {
  return (
    <div
      role="button"
      tabIndex={0}
      class="add-list__entry"
      title={entry.hint}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        add.drag(event, entry.recipe);
      }}
      onClick={() => add.append(entry.recipe)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        add.append(entry.recipe);
      }}
    >
      <span class={`kind-icon is-${entry.kind}`}>
        <Drawing node={entry.drawing} size={16} />
      </span>
      {entry.label}
    </div>
  );
}

function fits(entry: AddEntry, text: string): boolean {
  const line = `${entry.label} ${entry.hint} ${entry.group}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => line.includes(word));
}
