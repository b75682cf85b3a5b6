import { useState } from "preact/hooks";
import type { Asks } from "../../../api/trials.ts";
import type { Variables } from "../../../api/types.ts";
import type { TrialRequest } from "../../../canvas/try-step/index.ts";
import { Dialog } from "../../../panels/parts/dialog.tsx";
import { Icon } from "../../../panels/parts/icon.tsx";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { Lasted } from "../../../panels/parts/time.tsx";
import { toast } from "../../../panels/parts/toasts.tsx";
import { ValueEditor, noEdits, type Edits } from "../../../panels/values/value-editor.tsx";
import type { Table } from "../table.ts";
import type { Desk } from "../use-designer.ts";
import { effectWords } from "./effect-words.ts";
import { TrialResult } from "./trial-result.tsx";
import { useGiven, type Given } from "./use-given.ts";
import { useTrial } from "./use-trial.ts";

interface Props {
  desk: Desk;
  table: Table;
  request: TrialRequest;
  close: () => void;
}

/** One step through its real connector, with values to choose and to change, and what came of it. */
export function TrialDialog({ desk, table, request, close }: Props) {
  const given = useGiven(table, request);
  const [edits, setEdits] = useState<Edits>(noEdits);
  const { trying, go, cancel, reset } = useTrial(desk, request.element.id);
  const values = { ...given.values, ...edits.changed };
  const can = trying.is !== "busy" && edits.ok && given.values !== undefined;
  const asks = trying.is === "done" ? trying.trial.asks : undefined;

  const keep = (read: Variables, variables: Variables) => {
    table.sampleData.keepExample(request.element.id, { values: read, variables, at: new Date().toISOString() });
    toast({ text: "Kept as an example: the steps after it show these values now." });
    close();
  };

  return (
    <Dialog
      title={`Try “${request.name}”`}
      wide
      close={close}
      foot={
        trying.is === "busy" ? (
          <>
            <span class="soft trial__wait" role="status">
              Trying… <Lasted from={trying.since} />
            </span>
            <button type="button" class="button" onClick={cancel}>
              Cancel
            </button>
          </>
        ) : asks !== undefined ? (
          <Confirm asks={asks} go={() => go(values, asks.confirm)} back={reset} />
        ) : (
          <>
            <button type="button" class="button" onClick={close}>
              Close
            </button>
            <button type="button" class="button button--main" disabled={!can} onClick={() => go(values)}>
              {trying.is === "done" ? "Try again" : "Try it"}
            </button>
          </>
        )
      }
    >
      <div
        class="trial"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && can && asks === undefined) go(values);
        }}
      >
        {trying.is === "trouble" ? <Trouble problem={trying.problem} /> : null}
        {asks === undefined ? null : (
          <div class="notice is-waiting" role="alert">
            <Icon name="alert" />
            <div class="notice__body">
              <strong>{effectWords(asks).says}</strong>
              <span>Nothing has been sent yet.</span>
            </div>
          </div>
        )}
        {trying.is === "done" && asks === undefined ? (
          <TrialResult trial={trying.trial} name={request.name} keep={(variables) => keep(trying.values, variables)} />
        ) : null}
        <Values given={given} changed={Object.keys(edits.changed).length} change={setEdits} />
      </div>
    </Dialog>
  );
}

function Confirm({ asks, go, back }: { asks: Asks; go: () => void; back: () => void }) {
  return (
    <>
      <button type="button" class="button" onClick={back}>
        Do not send it
      </button>
      <button type="button" class="button button--main" onClick={go}>
        {effectWords(asks).act}
      </button>
    </>
  );
}

interface ValuesProps {
  given: Given;
  changed: number;
  change: (edits: Edits) => void;
}

function Values({ given, changed, change }: ValuesProps) {
  const { values, sources, source, choose } = given;
  return (
    <section class="trial__values">
      <label class="trial__source">
        <span class="trial__title">What it is given</span>
        <span class="cluster">
          {changed > 0 ? <span class="soft small">changed by hand</span> : null}
          <select
            class="select"
            aria-label="Values of"
            value={source}
            onChange={(event) => {
              change(noEdits);
              choose(event.currentTarget.value);
            }}
          >
            {sources.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </span>
      </label>
      {values === undefined ? (
        <span class="skeleton" />
      ) : (
        <>
          {Object.keys(values).length > 0 ? null : (
            <p class="soft small">This step reads no values: what it does is written in its settings.</p>
          )}
          <ValueEditor key={source} values={values} change={change} />
        </>
      )}
    </section>
  );
}
