import type { Run } from "../../api/types.ts";
import { SkeletonRows } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Lasted, When } from "../../panels/parts/time.tsx";
import { startedBy, versionWord, workflowName } from "../../run/words.ts";

export function RunsTable({ runs }: { runs: Run[] | undefined }) {
  return (
    <table class="table" aria-busy={runs === undefined}>
      <thead>
        <tr>
          <th>Status</th>
          <th>Workflow</th>
          <th>Started by</th>
          <th>Started</th>
          <th class="is-number">Took</th>
          <th>Run</th>
        </tr>
      </thead>
      <tbody>
        {runs === undefined ? (
          <SkeletonRows columns={6} rows={8} />
        ) : (
          runs.map((run) => <Row key={run.key} run={run} />)
        )}
      </tbody>
    </table>
  );
}

function Row({ run }: { run: Run }) {
  const href = `/run?key=${run.key}`;
  return (
    <tr>
      <td>
        <StatusMark status={run.status} />
      </td>
      <td class="is-wide">
        <a class="row-link" href={href}>
          {workflowName(run)}
        </a>{" "}
        <span class="soft">{versionWord(run)}</span>
      </td>
      <td class="soft">{startedBy(run)}</td>
      <td class="soft">
        <When time={run.startedAt} />
      </td>
      <td class="is-number soft">
        <Lasted from={run.startedAt} to={run.endedAt} />
      </td>
      <td>
        <a class="mono soft" href={href} title={run.key}>
          …{run.key.slice(-6)}
        </a>
      </td>
    </tr>
  );
}
