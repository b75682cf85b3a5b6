import { useId, useState } from "preact/hooks";
import type { Json } from "../../api/types.ts";
import { editable, typed, type Edited } from "../../run/typed.ts";

interface Props {
  name: string;
  /** As it is in the run; undefined for one that is new. */
  value: Json | undefined;
  edited: Edited | undefined;
  failing: boolean;
  set: (next: Edited | undefined) => void;
}

/** One value: a line for short ones, a field for texts and JSON, a choice for yes or no. */
export function EditedField({ name, value, edited, failing, set }: Props) {
  const id = useId();
  const before = editable(name, value ?? null);
  const now = edited ?? before;
  const [open, setOpen] = useState(failing || before.text.length <= 240);
  const read = typed(now);
  const changed = edited !== undefined && (value === undefined || now.text !== before.text);
  const type = (text: string) => set({ ...now, text });
  const field = {
    id,
    "aria-invalid": !read.ok,
    "aria-describedby": read.ok ? undefined : `${id}-why`,
  };
  return (
    <div class={`editor__field${failing ? " is-failing" : ""}${changed ? " is-changed" : ""}`}>
      <label class="editor__label" for={id}>
        <span class="mono editor__name">{name}</span>
        <span class="faint small">{now.kind === "any" ? "JSON" : now.kind}</span>
      </label>
      {!open ? (
        <button type="button" id={id} class="editor__closed" onClick={() => setOpen(true)}>
          <span class="mono">{before.text.slice(0, 120)}…</span>
          <span class="values__more">Change</span>
        </button>
      ) : now.kind === "yes or no" ? (
        <select {...field} class="select" value={now.text} onChange={(event) => type(event.currentTarget.value)}>
          <option value="true">yes (true)</option>
          <option value="false">no (false)</option>
        </select>
      ) : isLong(before) ? (
        <textarea
          {...field}
          class="textarea editor__text"
          spellcheck={false}
          rows={Math.min(10, now.text.split("\n").length + 1)}
          value={now.text}
          onInput={(event) => type(event.currentTarget.value)}
        />
      ) : (
        <input
          {...field}
          class="input mono"
          inputMode={now.kind === "number" ? "decimal" : "text"}
          spellcheck={false}
          value={now.text}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
      {read.ok ? null : (
        <span id={`${id}-why`} class="field__help text-failed">
          {read.why}
        </span>
      )}
      {changed ? (
        <button type="button" class="values__more editor__back" onClick={() => set(undefined)}>
          As it was
        </button>
      ) : null}
    </div>
  );
}

const isLong = ({ kind, text }: Edited) =>
  kind === "list" || kind === "group" || kind === "any" || text.length > 80 || text.includes("\n");
