import { useState } from "preact/hooks";
import { cancelRun, retryIncident } from "../../api/runs.ts";
import type { Run, Step } from "../../api/types.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { sentence, Trouble } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { RunDialog } from "../../panels/run-dialog/run-dialog.tsx";
import { hasEnded } from "../../run/run-state.ts";
import { workflowName } from "../../run/words.ts";

interface Props {
  run: Run;
  steps: Step[];
  changed: () => void;
}

/** Retry what failed, run again, cancel. */
export function RunActions({ run, steps, changed }: Props) {
  const [asking, setAsking] = useState<"cancel" | "again">();
  const incidents = steps.flatMap((step) =>
    step.status === "failed" && step.error?.incidentKey !== undefined ? [step.error.incidentKey] : [],
  );

  return (
    <>
      {incidents.length > 0 ? (
        <button
          type="button"
          class="button button--main"
          onClick={() => void retryAll(incidents, changed)}
        >
          <Icon name="retry" size={14} />
          {incidents.length === 1 ? "Try again" : `Try ${incidents.length} steps again`}
        </button>
      ) : null}
      <a class="button" href={`/designer?workflow=${encodeURIComponent(run.workflow)}`}>
        Open in designer
      </a>
      <button type="button" class="button" onClick={() => setAsking("again")}>
        Run again
      </button>
      {hasEnded(run) ? null : (
        <button type="button" class="button button--danger" onClick={() => setAsking("cancel")}>
          Cancel
        </button>
      )}
      {asking === "cancel" ? (
        <CancelDialog run={run} close={() => setAsking(undefined)} changed={changed} />
      ) : null}
      {asking === "again" ? (
        <RunDialog
          workflow={run.workflow}
          name={workflowName(run)}
          note="This starts a new run of the newest version."
          close={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
}

export async function retryAll(incidents: string[], changed: () => void): Promise<void> {
  try {
    for (const incident of incidents) await retryIncident(incident);
    toast({ text: incidents.length === 1 ? "The step is tried again." : "The steps are tried again." });
    changed();
  } catch (problem) {
    toast({ text: sentence(problem), failed: true });
  }
}

/** Cancelling cannot be undone, so it is asked before. */
function CancelDialog(props: { run: Run; close: () => void; changed: () => void }) {
  const { run, close, changed } = props;
  const [problem, setProblem] = useState<unknown>();
  const cancel = () => {
    cancelRun(run.key).then(() => {
      toast({ text: "The run is cancelled." });
      changed();
      close();
    }, setProblem);
  };
  return (
    <Dialog
      title="Cancel this run?"
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Let it go on
          </button>
          <button type="button" class="button button--danger" onClick={cancel}>
            Cancel the run
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <p>
        Steps that are done stay done; what is under way stops. A cancelled run cannot go on, but
        you can run the workflow again.
      </p>
    </Dialog>
  );
}
