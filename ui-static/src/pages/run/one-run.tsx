import { useCallback, useEffect, useState } from "preact/hooks";
import type { Run } from "../../api/types.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { versionWord, workflowName } from "../../run/words.ts";
import { AskingDialog, type Asking } from "./asking.tsx";
import { Diagram } from "./diagram.tsx";
import { Now } from "./now.tsx";
import { StepPane } from "./pane/step-pane.tsx";
import { RunActions, stepActions } from "./run-actions.tsx";
import { RunFacts } from "./run-facts.tsx";
import { Trail } from "./trail.tsx";
import { UnderDiagram } from "./under-diagram.tsx";
import { useChosenStep } from "./use-chosen-step.ts";
import { useEffects } from "./use-effects.ts";
import type { OneRun as Live } from "./use-run.ts";
import type { OpenRun } from "./use-run-key.ts";
import { useRunKeys } from "./use-run-keys.ts";
import { toggled, useRunView } from "./use-run-view.ts";

/** A run: what it is doing, its drawing, its steps in time, one of them in full. */
export function OneRun({ runKey, live, open }: { runKey: string; live: Live; open: OpenRun }) {
  const { state, writing, problem, connection, again, bring } = live;
  const { run } = state;
  const { steps, marks, rows, named, incidents, places, toggle } = useRunView(state);
  const [chosen, choose] = useChosenStep(rows, steps, marks);
  const [diagramProblem, setDiagramProblem] = useState<unknown>();
  const [asking, ask] = useState<Asking>();
  const finished = steps.filter(({ endedAt }) => endedAt != null).length;
  const [effects, readEffects, effectsProblem] = useEffects(runKey, `${run?.status} ${finished}`);
  const fold = useCallback((step: string) => toggle((before) => toggled(before, step)), [toggle]);
  const changed = () => (again(), readEffects());
  useRunKeys(run, chosen, incidents[0], ask);

  const shown = chosen?.elementId;
  useEffect(() => {
    if (shown !== undefined) bring(shown);
  }, [shown, chosen?.status, bring]);

  return (
    <Frame
      here="runs"
      title={run === undefined ? "Run" : workflowName(run)}
      beside={run === undefined ? null : <Beside run={run} />}
      actions={
        <>
          <ConnectionMark state={connection} />
          {run === undefined ? null : (
            <RunActions run={run} incidents={incidents} ask={ask} changed={changed} />
          )}
        </>
      }
    >
      <div class="run">
        <div class="run__main scrolls">
          {run === undefined ? null : (
            <Trail calledBy={state.about.calledBy} here={workflowName(run)} open={open} />
          )}
          {problem === undefined ? null : <Trouble problem={problem} again={again} />}
          {run === undefined ? <NowSkeleton /> : <Now state={state} writing={writing} effects={effects} choose={choose} open={open} />}
          <RunFacts state={state} />
          {diagramProblem === undefined ? null : <Trouble problem={diagramProblem} />}
          <Diagram run={run} marks={marks} chosen={shown} choose={choose} trouble={setDiagramProblem} />
          <UnderDiagram
            live={live}
            steps={steps}
            rows={rows}
            chosen={chosen}
            effects={effects}
            effectsProblem={effectsProblem}
            choose={choose}
            toggle={fold}
            changed={changed}
          />
        </div>
        {chosen === undefined || run === undefined ? null : (
          <StepPane
            step={chosen}
            writing={writing.get(chosen.id)}
            runKey={runKey}
            siblings={steps.filter((step) => step.elementId === chosen.elementId && step.type === chosen.type)}
            places={places(chosen)}
            effects={effects}
            actions={stepActions(run, chosen, ask)}
            choose={choose}
            changed={changed}
            open={open}
          />
        )}
      </div>
      {run === undefined ? null : (
        <AskingDialog
          asking={asking}
          ask={ask}
          run={run}
          steps={named}
          marks={marks}
          effects={effects}
          variables={state.variables ?? {}}
          changed={changed}
          open={open}
        />
      )}
    </Frame>
  );
}

const Beside = ({ run }: { run: Run }) => (
  <>
    <span class="soft">{versionWord(run)}</span>
    <StatusMark status={run.status} />
    <span class="cluster faint mono run-key">
      {run.key}
      <CopyButton text={run.key} label="Copy the run's key" />
    </span>
  </>
);

const NowSkeleton = () => (
  <section class="now" aria-busy="true" aria-label="What the run is doing">
    <span class="skeleton now__skeleton" />
  </section>
);
