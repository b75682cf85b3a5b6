import { useEffect, useMemo, useState } from "preact/hooks";
import type { Dashboard } from "../../api/dashboard.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { RunsTabs } from "../../panels/runs/tabs.tsx";
import { useWorkflowNames } from "../../panels/runs/use-workflow-names.ts";
import { duration } from "../../run/words.ts";
import { lastWords, type Last } from "../runs/address.ts";
import { readSight, writeSight, type Sight } from "./address.ts";
import { ChartCard } from "./chart-card.tsx";
import { bucketWord, durationsChart, runsChart } from "./charts.ts";
import { useColours } from "./colours.ts";
import { FigureRow } from "./figures.tsx";
import { useDashboard } from "./use-dashboard.ts";
import { WorkflowsTable } from "./workflows-table.tsx";

export function Overview() {
  const [sight, setSight] = useState(() => readSight(location.search));
  const { dashboard, problem, connection, again } = useDashboard(sight);
  useEffect(() => writeSight(sight), [sight]);
  return (
    <Frame
      here="runs"
      title="Runs"
      beside={<RunsTabs here="overview" />}
      actions={<ConnectionMark state={connection} />}
    >
      <div class="column overview">
        <SightBar sight={sight} change={setSight} />
        {problem === undefined ? null : <Trouble problem={problem} again={again} />}
        {dashboard === undefined ? (
          problem === undefined ? <Skeleton /> : null
        ) : (
          <Figures dashboard={dashboard} sight={sight} />
        )}
      </div>
    </Frame>
  );
}

function SightBar({ sight, change }: { sight: Sight; change: (sight: Sight) => void }) {
  const names = useWorkflowNames();
  const missing = sight.workflow !== "" && !names.has(sight.workflow);
  return (
    <div class="bar">
      <div class="chips" role="group" aria-label="Time">
        {(Object.entries(lastWords) as [Last, string][]).map(([last, word]) => (
          <button
            key={last}
            type="button"
            class="chip"
            aria-pressed={last === sight.last}
            onClick={() => change({ ...sight, last })}
          >
            {word}
          </button>
        ))}
      </div>
      <select
        class="select"
        aria-label="Workflow"
        value={sight.workflow}
        onChange={(event) => change({ ...sight, workflow: event.currentTarget.value })}
      >
        <option value="">All workflows</option>
        {missing ? <option value={sight.workflow}>{sight.workflow}</option> : null}
        {[...names].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Figures({ dashboard, sight }: { dashboard: Dashboard; sight: Sight }) {
  const { totals, workflows } = dashboard;
  const quiet = totals.started + totals.completed + totals.failed + totals.cancelled === 0;
  return (
    <>
      <FigureRow dashboard={dashboard} sight={sight} />
      {quiet ? (
        <Empty
          icon="activity"
          title="Nothing ran in this time"
          actions={
            <a class="button button--main" href="/">
              To the workflows
            </a>
          }
        >
          Start a workflow there, or look at a longer time. The charts draw themselves as runs come.
        </Empty>
      ) : (
        <>
          <Charts dashboard={dashboard} />
          {workflows.length === 0 ? null : <WorkflowsTable parts={workflows} sight={sight} />}
        </>
      )}
    </>
  );
}

function Charts({ dashboard }: { dashboard: Dashboard }) {
  const { buckets, bucketSeconds, totals, durations } = dashboard;
  const colours = useColours();
  const runs = useMemo(() => runsChart(buckets, bucketSeconds, colours), [dashboard, colours]);
  const took = useMemo(() => durationsChart(buckets, bucketSeconds, colours), [dashboard, colours]);
  const told = buckets.filter((one) => one.started + one.completed + one.failed + one.cancelled > 0);
  const at = (time: string) => bucketWord(time, bucketSeconds, true);
  const ms = (value: number | undefined) => (value === undefined ? "–" : duration(value));
  return (
    <div class="overview__charts">
      <ChartCard
        title="Runs"
        says={`Runs over time: ${totals.started} started, ${totals.completed} done, ${totals.failed} needed repair, ${totals.cancelled} cancelled.`}
        option={runs}
        keys={[
          { word: "Started", look: "running" },
          { word: "Done", look: "completed" },
          { word: "Needed repair", look: "failed" },
          { word: "Cancelled", look: "cancelled" },
        ]}
        head={["Time", "Started", "Done", "Needed repair", "Cancelled"]}
        rows={told.map((one) => [at(one.at), ...[one.started, one.completed, one.failed, one.cancelled].map((count) => count.toLocaleString("en"))])}
      />
      <ChartCard
        title="How long they took"
        says={`How long runs took over time: half less than ${ms(durations.p50)}, 95 of 100 less than ${ms(durations.p95)}.`}
        option={took}
        keys={[
          { word: "Half took less", look: "running" },
          { word: "95 of 100 took less", look: "waiting" },
        ]}
        head={["Time", "Half took less than", "95 of 100 less than"]}
        rows={told.map((one) => [at(one.at), ms(one.p50), ms(one.p95)])}
      />
    </div>
  );
}

function Skeleton() {
  return (
    <div class="figures" aria-busy="true">
      {[0, 1, 2, 3].map((one) => (
        <div key={one} class="figure" aria-hidden="true">
          <span class="skeleton" style={{ width: "50%" }} />
          <span class="skeleton" style={{ width: "30%" }} />
        </div>
      ))}
    </div>
  );
}
