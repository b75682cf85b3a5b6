import type { Start } from "../../../canvas/trigger/starts.ts";
import type { Input } from "../../../panels/run-dialog/input.ts";
import { valuesLabel } from "./first-values.ts";

interface Props {
  start: Start | undefined;
  text: string;
  input: Input;
  change: (text: string) => void;
  send: () => void;
}

/** What the start gets; to change an example makes it one's own. */
export function ValuesField({ start, text, input, change, send }: Props) {
  return (
    <label class="field">
      <span class="field__label">{valuesLabel(start)}</span>
      <textarea
        class="textarea try__values"
        spellcheck={false}
        value={text}
        aria-invalid={!input.ok}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {input.ok ? null : <span class="field__help text-failed">{input.why}</span>}
    </label>
  );
}
