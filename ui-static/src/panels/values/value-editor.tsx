import { useMemo, useState } from "preact/hooks";
import { documentIn } from "../../api/documents.ts";
import type { Json, Variables } from "../../api/types.ts";
import { typed, type Edited } from "../../run/typed.ts";
import { Icon } from "../parts/icon.tsx";
import { EditedField } from "./edited-field.tsx";

/** What was changed, and whether all of it can be read. */
export interface Edits {
  changed: Variables;
  ok: boolean;
}

export const noEdits: Edits = { changed: {}, ok: true };

interface Props {
  values: Variables;
  /** This one stands first and opened. */
  failing?: string | undefined;
  change: (edits: Edits) => void;
}

/** Values to change, each with its kind; only those that were touched are sent. */
export function ValueEditor({ values, failing, change }: Props) {
  const names = useMemo(() => ordered(values, failing), [values, failing]);
  const [edited, setEdited] = useState<ReadonlyMap<string, Edited>>(new Map());
  const [adding, setAdding] = useState("");

  const set = (name: string, next: Edited | undefined) => {
    const all = new Map(edited);
    if (next === undefined) all.delete(name);
    else all.set(name, next);
    setEdited(all);
    change(editsOf(all, values));
  };
  const add = () => {
    const name = adding.trim();
    if (name === "" || name in values || edited.has(name)) return;
    set(name, { name, kind: "any", text: "null" });
    setAdding("");
  };
  const added = [...edited.keys()].filter((name) => !(name in values));

  return (
    <div class="editor" role="group" aria-label="Values to change">
      {[...names, ...added].map((name) => (
        <EditedField
          key={name}
          name={name}
          value={values[name]}
          edited={edited.get(name)}
          failing={name === failing}
          set={(next) => set(name, next)}
        />
      ))}
      <form
        class="editor__add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="input"
          aria-label="Name of another value"
          placeholder="another value’s name"
          value={adding}
          onInput={(event) => setAdding(event.currentTarget.value)}
        />
        <button type="submit" class="button button--small" disabled={adding.trim() === ""}>
          <Icon name="add" size={14} /> Add
        </button>
      </form>
    </div>
  );
}

function ordered(values: Variables, failing: string | undefined): string[] {
  const names = Object.keys(values).filter((name) => documentIn(values[name] ?? null) === undefined);
  return failing !== undefined && names.includes(failing)
    ? [failing, ...names.filter((name) => name !== failing)]
    : names;
}

function editsOf(edited: ReadonlyMap<string, Edited>, values: Variables): Edits {
  const changed: Variables = {};
  let ok = true;
  for (const [name, one] of edited) {
    const read = typed(one);
    if (!read.ok) ok = false;
    else if (!same(read.value, values[name])) changed[name] = read.value;
  }
  return { changed, ok };
}

const same = (a: Json, b: Json | undefined) => b !== undefined && JSON.stringify(a) === JSON.stringify(b);
