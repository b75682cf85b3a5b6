import { memo } from "preact/compat";
import type { Run } from "../../api/types.ts";
import { SkeletonRows } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Lasted, When } from "../../panels/parts/time.tsx";
import { startedBy, versionWord, workflowName } from "../../run/words.ts";

interface Props {
  runs: Run[] | undefined;
  at: string | undefined;
  picked: ReadonlySet<string>;
  pick: (key: string) => void;
  pickAll: (all: boolean) => void;
}

export function RunsTable({ runs, at, picked, pick, pickAll }: Props) {
  const all = runs !== undefined && runs.length > 0 && runs.every(({ key }) => picked.has(key));
  return (
    <table class="table runs" aria-busy={runs === undefined}>
      <thead>
        <tr>
          <th class="runs__pick">
            <input
              type="checkbox"
              aria-label="Choose all runs that are shown"
              checked={all}
              onChange={(event) => pickAll(event.currentTarget.checked)}
            />
          </th>
          <th>Status</th>
          <th>Workflow</th>
          <th class="runs__key">Business key</th>
          <th class="runs__by">Started by</th>
          <th>Started</th>
          <th class="is-number">Took</th>
          <th class="is-number" title="Incidents that are open">
            Incidents
          </th>
          <th>Run</th>
        </tr>
      </thead>
      <tbody>
        {runs === undefined ? (
          <SkeletonRows columns={9} rows={8} />
        ) : (
          runs.map((run) => (
            <Row key={run.key} run={run} at={run.key === at} picked={picked.has(run.key)} pick={pick} />
          ))
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  run: Run;
  at: boolean;
  picked: boolean;
  pick: (key: string) => void;
}

const Row = memo(({ run, at, picked, pick }: RowProps) => {
  const href = `/run?key=${run.key}`;
  const looks = [at ? "is-at" : "", picked ? "is-chosen" : ""].join(" ").trim();
  return (
    <tr class={looks}>
      <td class="runs__pick">
        <input
          type="checkbox"
          aria-label={`Choose run ${run.key} of ${workflowName(run)}`}
          checked={picked}
          onChange={() => pick(run.key)}
        />
      </td>
      <td>
        <StatusMark status={run.status} />
      </td>
      <td class="is-wide">
        <a class="row-link" href={href}>
          {workflowName(run)}
        </a>{" "}
        <span class="soft">{versionWord(run)}</span>
        {run.error == null ? null : (
          <span class="runs__error" title={run.error}>
            {run.error}
          </span>
        )}
      </td>
      <td class="runs__key">{run.businessKey ?? <span class="faint">–</span>}</td>
      <td class="soft runs__by">{startedBy(run)}</td>
      <td class="soft">
        <When time={run.startedAt} />
      </td>
      <td class="is-number soft">
        <Lasted from={run.startedAt} to={run.endedAt} />
      </td>
      <td class="is-number">{run.incidents === 0 ? <span class="faint">–</span> : run.incidents}</td>
      <td>
        <a class="mono soft" href={href} title={run.key}>
          …{run.key.slice(-6)}
        </a>
      </td>
    </tr>
  );
});
