import { cancelRun } from "../../../api/runs.ts";
import type { Run } from "../../../api/types.ts";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { useAct } from "./use-act.ts";

/** Cancelling cannot be undone, so it is asked before. */
export function CancelDialog({ run, close, changed }: { run: Run; close: () => void; changed: () => void }) {
  const { busy, problem, act } = useAct(() => (changed(), close()));
  return (
    <AskDialog
      title="Cancel this run?"
      act="Cancel the run"
      back="Let it go on"
      danger
      ready={!busy}
      close={close}
      go={() => act(cancelRun(run.key), "The run is cancelled.")}
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <p>
        Steps that are done stay done; what is under way stops. A cancelled run cannot go on, but
        you can run the workflow again.
      </p>
    </AskDialog>
  );
}
