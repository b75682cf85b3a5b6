import { useState } from "preact/hooks";
import { runAgain, runManyAgain } from "../../../api/again.ts";
import type { Effect } from "../../../api/repair.ts";
import type { Run, Step, Variables } from "../../../api/types.ts";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { workflowName } from "../../../run/words.ts";
import { AskDialog } from "../repair/ask-dialog.tsx";
import type { Named } from "../repair/jump.ts";
import type { OpenRun } from "../use-run-key.ts";
import { ChangeFields } from "./change-fields.tsx";
import { FromFields } from "./from-fields.tsx";
import { againOf, changeOf, missing, realSteps, type Plan } from "./plan.ts";
import { ForReal } from "./for-real.tsx";
import { VersionField } from "./version-field.tsx";

interface Props {
  run: Run;
  steps: readonly Named[];
  effects: readonly Effect[];
  variables: Variables;
  from: Step | undefined;
  close: () => void;
  open: OpenRun;
}

/** Runs a run again: from where, in which version, with which one thing changed. */
export function AgainDialog({ run, steps, effects, variables, from, close, open }: Props) {
  const [plan, setPlan] = useState<Plan>({
    from,
    version: "same",
    what: "nothing",
    elementId: "",
    values: {},
    model: "",
  });
  const [readable, setReadable] = useState(true);
  const [many, setMany] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const all = steps.map(({ step }) => step);
  const lacks = missing(plan);
  const change = (part: Partial<Plan>) => setPlan({ ...plan, ...part });

  const go = () => {
    setBusy(true);
    setProblem(undefined);
    start().catch((trouble: unknown) => (setProblem(trouble), setBusy(false)));
  };
  const start = async () => {
    if (many > 0 && plan.from === undefined) {
      const changed = changeOf(plan);
      const { batch } = await runManyAgain(
        { workflow: run.workflow, limit: many },
        { version: plan.version, ...(changed === undefined ? {} : { change: changed }) },
      );
      location.assign(`/compare?batch=${encodeURIComponent(batch)}`);
      return;
    }
    const { runKey } = await runAgain(run.key, againOf(plan));
    close();
    open(runKey);
  };

  return (
    <AskDialog
      title={`Run ${workflowName(run)} again`}
      act={busy ? "Starting…" : many > 0 && plan.from === undefined ? `Run ${many} again` : "Run again"}
      back="Cancel"
      wide
      ready={!busy && readable && lacks === undefined}
      close={close}
      go={go}
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <FromFields steps={steps} from={plan.from} change={(step) => change({ from: step })} />
      <VersionField run={run} version={plan.version} change={(version) => change({ version })} />
      <ChangeFields
        plan={plan}
        steps={all}
        variables={variables}
        change={(part, ok) => (setReadable(ok), change(part))}
      />
      {plan.from === undefined ? (
        <label class="field field--line">
          <span class="field__label">Try it on</span>
          <select
            class="select"
            value={many}
            onChange={(event) => setMany(Number(event.currentTarget.value))}
          >
            <option value={0}>this run</option>
            {[5, 20, 50, 100].map((count) => (
              <option key={count} value={count}>
                the last {count} runs of the workflow
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <ForReal from={plan.from} real={realSteps(all, effects, plan.from)} times={plan.from === undefined ? many : 0} />
      {lacks === undefined ? null : <p class="soft small">{lacks}</p>}
    </AskDialog>
  );
}
