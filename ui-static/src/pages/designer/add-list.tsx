import { useEffect, useRef, useState } from "preact/hooks";
import type { ConnectorInfo } from "../../api/types.ts";
import { choicesAmong, type Choice } from "../../canvas/add-step/actions.ts";
import { addEntries, type ActionId, type AddEntry, type Recipe } from "../../canvas/add-step/entries.ts";
import { findEntries } from "../../canvas/add-step/find-entries.ts";
import { Drawing, Icon } from "../../panels/parts/icon.tsx";
import { SearchField } from "../../panels/parts/search-field.tsx";
import type { Table } from "./table.ts";

interface Props {
  connectors: ConnectorInfo[] | undefined;
  add: { drag: (event: Event, recipe: Recipe) => void; append: (recipe: Recipe) => void };
  table: Table | undefined;
}

/** About nine actions, found by what they do: dragged onto the canvas, or clicked to follow the selection. */
export function AddList({ connectors, add: { drag, append }, table }: Props) {
  const [text, setText] = useState("");
  const root = useRef<HTMLElement>(null);
  const entries = addEntries(connectors ?? []);
  const searching = text.trim() !== "";
  const found = searching ? findEntries(entries, text) : [];
  const add: Props["add"] = {
    drag,
    append: (recipe) => {
      setText("");
      append(recipe);
    },
  };

  useEffect(() => table?.onRequest("addStep.requested", () => searchIn(root.current)?.focus()), [table]);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(root.current, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && searching) {
      setText("");
      searchIn(root.current)?.focus();
    } else if (event.key === "Enter" && event.target === searchIn(root.current)) {
      const [first] = found;
      if (first !== undefined) add.append(first.recipe);
    }
  };

  return (
    <section ref={root} class="add-list" aria-label="Add" onKeyDown={keys}>
      <SearchField label="Add a step" value={text} change={setText} />
      <p class="visually-hidden" role="status">
        {searching ? `${found.length} found` : ""}
      </p>
      {searching ? (
        found.map((entry) => <Entry key={entry.id} entry={entry} add={add} withHint />)
      ) : (
        <Actions choices={choicesAmong(entries)} add={add} />
      )}
      {searching && found.length === 0 ? <NothingFits entries={entries} add={add} /> : null}
      <button type="button" class="add-list__all" onClick={() => table?.showAllOfBpmn()}>
        <Icon name="more" /> All of BPMN
      </button>
    </section>
  );
}

function Actions({ choices, add }: { choices: Choice[]; add: Props["add"] }) {
  const [open, setOpen] = useState<ActionId>();
  return (
    <>
      {choices.map((choice) => {
        const { action, ways } = choice;
        const [only, ...others] = ways;
        if (only !== undefined && others.length === 0) {
          return <Entry key={action.id} entry={{ ...only, label: action.label, hint: action.hint }} add={add} main />;
        }
        const isOpen = open === action.id;
        return (
          <div key={action.id}>
            <button
              type="button"
              class="add-list__action"
              title={action.hint}
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? undefined : action.id)}
            >
              <span class={`kind-icon is-${action.kind}`}>
                <Drawing node={action.drawing} size={16} />
              </span>
              {action.label}
              <Icon name={isOpen ? "down" : "right"} size={14} />
            </button>
            {isOpen ? (
              <div class="add-list__ways" role="group" aria-label={action.label}>
                {ways.map((entry) => (
                  <Entry key={entry.id} entry={entry} add={add} />
                ))}
              </div>
            ) : null}
          </div>
        );
      })}
    </>
  );
}

/** Whatever has an interface on the web can be called. */
function NothingFits({ entries, add }: { entries: AddEntry[]; add: Props["add"] }) {
  const any = entries.find(({ recipe }) => recipe.connector === "wireroom:http:1");
  return (
    <>
      <p class="add-list__none">Nothing fits.</p>
      {any === undefined ? null : (
        <>
          <p class="add-list__none">Other services are often reached by:</p>
          <Entry entry={any} add={add} withHint />
        </>
      )}
    </>
  );
}

interface EntryProps {
  entry: AddEntry;
  add: Props["add"];
  withHint?: boolean;
  /** An action of its own, not a way of one. */
  main?: boolean;
}

/** why: not a button element, because some browsers do not let those be dragged. */
function Entry({ entry, add, withHint = false, main = false }: EntryProps) {
  return (
    <div
      role="button"
      tabIndex={0}
      class={main ? "add-list__entry is-main" : "add-list__entry"}
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
      <span>
        {entry.label}
        {withHint ? <span class="add-list__hint">{entry.hint}</span> : null}
      </span>
    </div>
  );
}

const searchIn = (list: HTMLElement | null): HTMLInputElement | null =>
  list?.querySelector<HTMLInputElement>("input") ?? null;

function move(list: HTMLElement | null, by: 1 | -1): void {
  const stops = [
    ...(list?.querySelectorAll<HTMLElement>("input, .add-list__action, .add-list__entry, .add-list__all") ?? []),
  ];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[(at + by + stops.length) % stops.length]?.focus();
}
