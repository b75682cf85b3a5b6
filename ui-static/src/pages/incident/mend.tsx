import { useState } from "preact/hooks";
import type { Incident } from "../../api/repair.ts";
import { retryIncident } from "../../api/runs.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { noEdits, ValueEditor } from "../../panels/values/value-editor.tsx";

/** Change values where that helps, then try the step again. */
export function Mend({ incident, done }: { incident: Incident; done: () => void }) {
  const [edits, setEdits] = useState(noEdits);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const count = Object.keys(edits.changed).length;

  const retry = () => {
    if (busy || !edits.ok) return;
    setBusy(true);
    setProblem(undefined);
    retryIncident(incident.key, edits.changed).then(
      () => {
        toast({ text: "The step is tried again." });
        done();
      },
      (trouble: unknown) => (setProblem(trouble), setBusy(false)),
    );
  };

  return (
    <section
      class="incident__part mend"
      aria-label="Mend it"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) retry();
      }}
    >
      <header class="mend__head">
        <div>
          <h2>Values it worked with</h2>
          <p class="soft small">Change what is wrong, or try again as it is. Each value keeps its kind.</p>
        </div>
        <button
          type="button"
          class="button button--main"
          title="Ctrl Enter"
          disabled={busy || !edits.ok}
          onClick={retry}
        >
          <Icon name="retry" size={14} />
          {count === 0 ? "Try again" : count === 1 ? "Change 1 value and try again" : `Change ${count} values and try again`}
        </button>
      </header>
      {problem === undefined ? null : <Trouble problem={problem} />}
      <ValueEditor values={incident.values} failing={incident.failing?.name} change={setEdits} />
    </section>
  );
}
