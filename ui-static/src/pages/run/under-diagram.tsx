import type { Effect } from "../../api/repair.ts";
import type { Step } from "../../api/types.ts";
import { Effects } from "../../panels/effects/effects.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { ValueSection } from "../../panels/values/value-section.tsx";
import type { StepRow } from "../../run/step-tree.ts";
import { StepsSkeleton, StepsTable } from "./steps-table.tsx";
import type { OneRun } from "./use-run.ts";
import { useView, Views } from "./views.tsx";

interface Props {
  live: OneRun;
  steps: Step[];
  rows: StepRow[];
  chosen: Step | undefined;
  effects: readonly Effect[];
  effectsProblem: unknown;
  choose: (what: { step: string }) => void;
  toggle: (step: string) => void;
  changed: () => void;
}

/** The steps in time, the run's values, or what it did outside. */
export function UnderDiagram(props: Props) {
  const { live, steps, rows, chosen, effects, effectsProblem, choose, toggle, changed } = props;
  const { run, variables } = live.state;
  const [view, setView] = useView();
  return (
    <div class="under">
      <Views
        view={view}
        change={setView}
        counts={{ steps: steps.length, ...(effects.length === 0 ? {} : { effects: effects.length }) }}
      />
      <div role="tabpanel" aria-labelledby={`view-${view}`}>
        {view === "steps" ? (
          run === undefined ? (
            <StepsSkeleton />
          ) : (
            <>
              <StepsTable run={run} steps={steps} rows={rows} chosen={chosen} choose={choose} toggle={toggle} />
              {live.more ? (
                <p class="soft small under__more" role="status">
                  {steps.length.toLocaleString("en")} steps so far, the others are on their way…
                </p>
              ) : null}
            </>
          )
        ) : null}
        {view === "values" ? (
          <div class="under__column">
            <ValueSection title="Values of the run" value={variables} file={`run-${run?.key ?? ""}`} />
          </div>
        ) : null}
        {view === "effects" ? (
          <div class="under__column">
            {effectsProblem === undefined ? null : <Trouble problem={effectsProblem} />}
            {effects.length === 0 ? (
              <Empty icon="sent" title="Nothing was changed outside">
                Calls that change something elsewhere stand here, each once, with what became of it.
              </Empty>
            ) : (
              <Effects effects={effects} changed={changed} choose={choose} />
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}
