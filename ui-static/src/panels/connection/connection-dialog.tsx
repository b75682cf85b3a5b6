import { useState } from "preact/hooks";
import {
  saveConnection,
  type ConnectionList,
  type StoredConnection,
} from "../../api/connections.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Trouble } from "../parts/messages.tsx";
import { changedFields, missing, type Typed } from "./connection-form.ts";
import { KeepPrevious } from "./keep-previous.tsx";
import { SecretField } from "./secret-field.tsx";

interface Props {
  list: ConnectionList;
  /** The one that gets new values; undefined makes a new one. */
  existing?: StoredConnection;
  /** The types that fit where it will be used; all when undefined. */
  fitting?: string[] | undefined;
  close: () => void;
  saved: (name: string) => void;
}

/** Stores a credential. Nothing that is stored is ever shown again, not even here. */
export function ConnectionDialog({ list, existing, fitting, close, saved }: Props) {
  const types = list.types.filter(({ type }) => fitting === undefined || fitting.includes(type));
  const [typed, setTyped] = useState<Typed>({
    name: existing?.name ?? "",
    type: existing?.type ?? types[0]?.type ?? "",
    fields: {},
  });
  const [keepPrevious, setKeepPrevious] = useState("24h");
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const type = types.find((one) => one.type === typed.type);
  const fields = changedFields(typed);
  const why = missing(typed, types, existing, list.items.map(({ name }) => name));
  const nothing = existing !== undefined && Object.keys(fields).length === 0;

  const save = (event: Event) => {
    event.preventDefault();
    if (why !== undefined || nothing || saving) return;
    setSaving(true);
    setProblem(undefined);
    const change = { type: typed.type, fields, ...(existing === undefined ? {} : { keepPrevious }) };
    saveConnection(typed.name, change).then(
      () => saved(typed.name),
      (trouble: unknown) => {
        setSaving(false);
        setProblem(trouble);
      },
    );
  };

  return (
    <Dialog
      title={existing === undefined ? "New connection" : `New values for ${existing.name}`}
      close={close}
      foot={
        <>
          <span class="dialog__note soft small">{typed.name === "" ? "" : why}</span>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button
            type="submit"
            form="connection-form"
            class="button button--main"
            disabled={why !== undefined || nothing || saving}
          >
            {saving ? "Saving…" : existing === undefined ? "Create" : "Save new values"}
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <form id="connection-form" class="form" autocomplete="off" onSubmit={save}>
        {existing === undefined ? (
          <>
            <label class="field">
              <span class="field__label">Type</span>
              <select
                class="select"
                value={typed.type}
                onChange={(event) =>
                  setTyped({ ...typed, type: event.currentTarget.value, fields: {} })
                }
              >
                {types.map((one) => (
                  <option key={one.type} value={one.type}>
                    {one.label}
                  </option>
                ))}
              </select>
              {type?.help == null ? null : <span class="field__help">{type.help}</span>}
            </label>
            <label class="field">
              <span class="field__label">Name</span>
              <input
                class="input"
                autofocus
                maxLength={60}
                placeholder="wire-service"
                value={typed.name}
                onInput={(event) => setTyped({ ...typed, name: event.currentTarget.value.trim() })}
              />
              <span class="field__help">Workflows and models use it by this name.</span>
            </label>
          </>
        ) : null}
        {type?.fields.map((field) => (
          <SecretField
            key={field.name}
            field={field}
            value={typed.fields[field.name] ?? ""}
            isSet={existing?.fields.includes(field.name) ?? false}
            change={(value) =>
              setTyped({ ...typed, fields: { ...typed.fields, [field.name]: value } })
            }
          />
        ))}
        {existing === undefined ? null : (
          <KeepPrevious value={keepPrevious} change={setKeepPrevious} />
        )}
      </form>
    </Dialog>
  );
}
