import { useState } from "preact/hooks";
import type { Step } from "../../../api/types.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { incidentHref } from "../now.tsx";
import { retryAll } from "../retry.ts";

/** What went wrong with a step, and the ways out. */
export function StepTrouble({ step, runKey, changed }: { step: Step; runKey: string; changed: () => void }) {
  const [raw, setRaw] = useState(false);
  const { error } = step;
  if (error == null) return null;
  const { incidentKey } = error;
  const waits = step.status === "failed" && incidentKey !== undefined;
  const handled = step.status === "handled";
  const [sentence, ...more] = error.message.split("\n");
  const told = [error.code, sentence, ...more].filter((line) => line !== undefined).join("\n");
  return (
    <div class={waits ? "notice is-failed" : "notice"} role={waits ? "alert" : undefined}>
      <Icon name={handled ? "handled" : "alert"} />
      <div class="notice__body">
        <strong>{handled ? `Handled: ${sentence}` : sentence}</strong>
        {error.code === undefined ? null : <code class="soft">{error.code}</code>}
        {waits ? <span>The run waits here until the step is tried again or cancelled.</span> : null}
        <span class="cluster notice__actions">
          {waits ? (
            <>
              <a class="button button--small" href={incidentHref(incidentKey, runKey)}>
                <Icon name="mend" size={14} /> Mend it
              </a>
              <button
                type="button"
                class="button button--small"
                onClick={() => void retryAll([incidentKey], changed)}
              >
                <Icon name="retry" size={14} /> Try again
              </button>
            </>
          ) : null}
          <button
            type="button"
            class="button button--quiet button--small"
            aria-expanded={raw}
            onClick={() => setRaw(!raw)}
          >
            {raw ? "Hide the raw text" : "Raw text"}
          </button>
        </span>
        {raw ? <pre class="pane__raw">{error.raw ?? told}</pre> : null}
      </div>
    </div>
  );
}
