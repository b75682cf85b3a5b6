import { useEffect, useState } from "preact/hooks";
import { Frame } from "../../panels/frame/frame.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { RunsBar } from "./runs-bar.tsx";
import { RunsTable } from "./runs-table.tsx";
import { filterFromAddress, isPlain, writeAddress, type RunsFilter } from "./address.ts";
import { useRuns } from "./use-runs.ts";

export function Runs() {
  const [filter, setFilter] = useState<RunsFilter>(filterFromAddress);
  const { runs, more, problem, loadMore, again, connection } = useRuns(filter);

  useEffect(() => writeAddress(filter), [filter]);

  return (
    <Frame here="runs" title="Runs" actions={<ConnectionMark state={connection} />}>
      <div class="column">
        <RunsBar filter={filter} change={setFilter} />
        {problem === undefined ? null : <Trouble problem={problem} again={again} />}
        {runs?.length === 0 ? (
          <NoRuns plain={isPlain(filter)} clear={() => setFilter({ workflow: "", status: "", q: "" })} />
        ) : problem !== undefined && runs === undefined ? null : (
          <RunsTable runs={runs} />
        )}
        {more ? (
          <p class="more">
            <button type="button" class="button" onClick={loadMore}>
              Show older runs
            </button>
          </p>
        ) : null}
      </div>
    </Frame>
  );
}

function NoRuns({ plain, clear }: { plain: boolean; clear: () => void }) {
  return plain ? (
    <Empty
      icon="activity"
      title="Nothing has run yet"
      actions={
        <a class="button button--main" href="/">
          To the workflows
        </a>
      }
    >
      Start a workflow there, or send something to its webhook. Every run appears here by itself.
    </Empty>
  ) : (
    <Empty
      icon="search"
      title="No run fits"
      actions={
        <button type="button" class="button" onClick={clear}>
          Show all runs
        </button>
      }
    />
  );
}
