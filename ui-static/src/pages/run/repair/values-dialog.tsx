import { useState } from "preact/hooks";
import { changeVariables } from "../../../api/repair.ts";
import type { Run, Step, Variables } from "../../../api/types.ts";
import { ValueEditor, noEdits } from "../../../panels/values/value-editor.tsx";
import { stepName } from "../../../run/words.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { Refused } from "./refused.tsx";
import { useAct } from "./use-act.ts";

interface Props {
  run: Run;
  /** Only for this step; for the whole run when there is none. */
  step: Step | undefined;
  variables: Variables;
  close: () => void;
  changed: () => void;
  runAgain: () => void;
}

/** Changes what the rest of the run works with. */
export function ValuesDialog({ run, step, variables, close, changed, runAgain }: Props) {
  const [edits, setEdits] = useState(noEdits);
  const { busy, problem, act } = useAct(() => (changed(), close()));
  const count = Object.keys(edits.changed).length;
  return (
    <AskDialog
      title={step === undefined ? "Change the run’s values" : `Change values at ${stepName(step)}`}
      act={count > 1 ? `Change ${count} values` : "Change the value"}
      wide
      ready={!busy && edits.ok && count > 0}
      close={close}
      go={() => act(changeVariables(run.key, edits.changed, step?.id), "The values are changed.")}
    >
      <Refused problem={problem} runAgain={runAgain} />
      <p class="soft">
        Steps that begin from now on see the new values; what is done stays as it is. The change is
        written down with your name.
      </p>
      <ValueEditor values={step === undefined ? variables : (step.input ?? {})} change={setEdits} />
    </AskDialog>
  );
}
