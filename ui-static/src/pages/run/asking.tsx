import type { Effect } from "../../api/repair.ts";
import type { Run, Step, Variables } from "../../api/types.ts";
import { RunDialog } from "../../panels/run-dialog/run-dialog.tsx";
import type { Mark } from "../../run/marks.ts";
import { workflowName } from "../../run/words.ts";
import { AgainDialog } from "./again/again-dialog.tsx";
import { CancelDialog } from "./repair/cancel-dialog.tsx";
import type { Named } from "./repair/jump.ts";
import { MigrateDialog } from "./repair/migrate-dialog.tsx";
import { ModifyDialog } from "./repair/modify-dialog.tsx";
import { ValuesDialog } from "./repair/values-dialog.tsx";
import type { OpenRun } from "./use-run-key.ts";

/** The dialog that is open. */
export interface Asking {
  what: "again" | "new" | "cancel" | "values" | "migrate" | "modify";
  step?: Step | undefined;
}

interface Props {
  asking: Asking | undefined;
  ask: (next: Asking | undefined) => void;
  run: Run;
  steps: readonly Named[];
  marks: ReadonlyMap<string, Mark>;
  effects: readonly Effect[];
  variables: Variables;
  changed: () => void;
  open: OpenRun;
}

/** Every dialog of the run's page, one at a time. */
export function AskingDialog({ asking, ask, run, steps, marks, effects, variables, changed, open }: Props) {
  if (asking === undefined) return null;
  const close = () => ask(undefined);
  const { step } = asking;
  const here = () => ask({ what: "again", step: step ?? steps.find((one) => one.step.error?.incidentKey !== undefined)?.step });
  switch (asking.what) {
    case "again":
      return (
        <AgainDialog
          run={run}
          steps={steps}
          effects={effects}
          variables={variables}
          from={step}
          close={close}
          open={open}
        />
      );
    case "new":
      return (
        <RunDialog
          workflow={run.workflow}
          name={workflowName(run)}
          note="This starts a new run of the newest version."
          close={close}
        />
      );
    case "cancel":
      return <CancelDialog run={run} close={close} changed={changed} />;
    case "values":
      return (
        <ValuesDialog run={run} step={step} variables={variables} close={close} changed={changed} runAgain={here} />
      );
    case "migrate":
      return <MigrateDialog run={run} close={close} changed={changed} runAgain={here} />;
    case "modify":
      return (
        <ModifyDialog
          run={run}
          steps={steps}
          first={step}
          marks={marks}
          variables={variables}
          close={close}
          changed={changed}
          runAgain={here}
        />
      );
  }
}
