import { useMemo, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { parameter } from "../../panels/frame/show.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { marksOf } from "../../run/marks.ts";
import { stepsInOrder } from "../../run/run-state.ts";
import { stepRows } from "../../run/step-tree.ts";
import { versionWord, workflowName } from "../../run/words.ts";
import { Diagram } from "./diagram.tsx";
import { RunActions } from "./run-actions.tsx";
import { RunFacts } from "./run-facts.tsx";
import { StepPane } from "./step-pane.tsx";
import { StepsTable } from "./steps-table.tsx";
import { useChosenStep } from "./use-chosen-step.ts";
import { useRun } from "./use-run.ts";

export function RunPage() {
  const key = parameter("key");
  return key === undefined ? (
    <Frame here="runs" title="Run">
      <NoRun />
    </Frame>
  ) : (
    <OneRun runKey={key} />
  );
}

function OneRun({ runKey }: { runKey: string }) {
  const { state, problem, connection, again } = useRun(runKey);
  const { run } = state;
  const steps = useMemo(() => stepsInOrder(state), [state]);
  const marks = useMemo(() => marksOf(state), [state]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => stepRows(steps, toggled), [steps, toggled]);
  const [chosen, choose] = useChosenStep(rows, steps, marks);
  const [diagramProblem, setDiagramProblem] = useState<unknown>();

  if (run === undefined && problem !== undefined) {
    return (
      <Frame here="runs" title="Run">
        {problem instanceof ApiProblem && problem.status === 404 ? (
          <NoRun />
        ) : (
          <div class="column">
            <Trouble problem={problem} again={again} />
          </div>
        )}
      </Frame>
    );
  }

  return (
    <Frame
      here="runs"
      title={run === undefined ? "Run" : workflowName(run)}
      beside={
        run === undefined ? null : (
          <>
            <span class="soft">{versionWord(run)}</span>
            <StatusMark status={run.status} />
            <span class="cluster faint mono run-key">
              {run.key}
              <CopyButton text={run.key} label="Copy the run's key" />
            </span>
          </>
        )
      }
      actions={
        <>
          <ConnectionMark state={connection} />
          {run === undefined ? null : <RunActions run={run} steps={steps} changed={again} />}
        </>
      }
    >
      <div class="run">
        <div class="run__main">
          {problem === undefined ? null : <Trouble problem={problem} again={again} />}
          {diagramProblem === undefined ? null : <Trouble problem={diagramProblem} />}
          {run === undefined ? null : <RunFacts run={run} state={state} />}
          <Diagram
            run={run}
            marks={marks}
            chosen={chosen}
            choose={choose}
            trouble={setDiagramProblem}
          />
          <StepsTable
            rows={run === undefined ? undefined : rows}
            chosen={chosen}
            choose={choose}
            toggle={(step) => setToggled((before) => without(before, step) ?? new Set([...before, step]))}
          />
        </div>
        {chosen === undefined ? null : (
          <StepPane
            step={chosen}
            siblings={steps.filter((step) => step.elementId === chosen.elementId)}
            choose={choose}
            changed={again}
          />
        )}
      </div>
    </Frame>
  );
}

function NoRun() {
  return (
    <Empty
      icon="activity"
      title="There is no such run"
      actions={
        <a class="button button--main" href="/runs">
          To the runs
        </a>
      }
    >
      The link may be mistyped, or the run began a moment ago and is not in the history yet.
    </Empty>
  );
}

/** The set without an item, or undefined when the item was not in it. */
function without(set: ReadonlySet<string>, item: string): Set<string> | undefined {
  const rest = new Set(set);
  return rest.delete(item) ? rest : undefined;
}
