import { useState } from "preact/hooks";
import type { ConnectionField } from "../../api/connections.ts";
import { Icon } from "../parts/icon.tsx";

interface Props {
  field: ConnectionField;
  value: string;
  /** True when a value is stored already; it is not known here. */
  isSet: boolean;
  change: (value: string) => void;
}

/** One value. A secret is masked; the eye shows what is being typed, nothing else can be shown. */
export function SecretField({ field, value, isSet, change }: Props) {
  const [shown, setShown] = useState(false);
  const id = `field-${field.name}`;
  const placeholder = isSet ? "Leave empty to keep what is stored" : "";
  const masked = field.secret && !shown;
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {field.label}
        {field.required ? null : <span class="soft"> (if there is one)</span>}
      </label>
      <span class="secret">
        {isLong(field) ? (
          <textarea
            id={id}
            class="textarea secret__long"
            spellcheck={false}
            placeholder={placeholder}
            value={value}
            onInput={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <input
            id={id}
            class="input"
            {...(masked ? { type: "password" as const } : { type: "text" as const })}
            autocomplete={field.secret ? "new-password" : "off"}
            spellcheck={false}
            placeholder={placeholder}
            value={value}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
        {field.secret ? (
          <button
            type="button"
            class="icon-button secret__eye"
            aria-label={shown ? `Mask ${field.label}` : `Show ${field.label}`}
            aria-pressed={shown}
            disabled={value === ""}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? "eyeOff" : "eye"} />
          </button>
        ) : null}
      </span>
      {field.help == null || field.help === "" ? null : <span class="field__help">{field.help}</span>}
    </div>
  );
}

/** Keys in PEM and sets of keys have many lines. */
const isLong = ({ secret, help }: ConnectionField) => !secret && /\b(PEM|JSON)\b/.test(help ?? "");
