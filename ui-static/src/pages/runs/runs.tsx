import { useEffect, useRef, useState } from "preact/hooks";
import { Frame } from "../../panels/frame/frame.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { RunsTabs } from "../../panels/runs/tabs.tsx";
import { useWorkflowNames } from "../../panels/runs/use-workflow-names.ts";
import { relative } from "../../run/words.ts";
import { everything, isPlain, readFilter, writeAddress } from "./address.ts";
import { FilterChips } from "./filter-chips.tsx";
import { PickedBar } from "./picked-bar.tsx";
import { RunsBar } from "./runs-bar.tsx";
import { RunsTable } from "./runs-table.tsx";
import { usePicked } from "./use-picked.ts";
import { useRunKeys } from "./use-run-keys.ts";
import { useRuns } from "./use-runs.ts";

export function Runs() {
  const [filter, setFilter] = useState(() => readFilter(location.search));
  const picked = usePicked(filter);
  const cursor = useRef<string | undefined>(undefined);
  const names = useWorkflowNames();

  // why: a list that somebody reads, or chooses from, must not move under the hand.
  const list = useRuns(
    filter,
    () => picked.keys.size > 0 || cursor.current !== undefined || isScrolled(),
  );
  const { runs, problem } = list;
  const at = useRunKeys(runs ?? [], {
    open: (key) => location.assign(`/run?key=${key}`),
    pick: picked.toggle,
    clear: picked.clear,
  });
  cursor.current = at;

  useEffect(() => writeAddress(filter), [filter]);

  return (
    <Frame
      here="runs"
      title="Runs"
      beside={<RunsTabs here="list" />}
      actions={<ConnectionMark state={list.connection} />}
    >
      <div class="column">
        <RunsBar filter={filter} names={names} change={setFilter} />
        <FilterChips filter={filter} names={names} change={setFilter} />
        {problem === undefined ? null : <Trouble problem={problem} again={list.again} />}
        <Held count={list.held} show={list.again} />
        {runs?.length === 0 ? (
          list.searching === undefined && list.more === undefined ? (
            <NoRuns plain={isPlain(filter)} clear={() => setFilter(everything)} />
          ) : null
        ) : problem !== undefined && runs === undefined ? null : (
          <RunsTable
            runs={runs}
            at={at}
            picked={picked.keys}
            pick={picked.toggle}
            pickAll={(all) => picked.set(all ? (runs ?? []).map(({ key }) => key) : [])}
          />
        )}
        <Foot searching={list.searching} more={list.more} />
      </div>
      <PickedBar
        picked={(runs ?? []).filter(({ key }) => picked.keys.has(key))}
        clear={picked.clear}
        done={list.again}
      />
    </Frame>
  );
}

const isScrolled = () => (document.getElementById("main")?.scrollTop ?? 0) > 8;

function Held({ count, show }: { count: number; show: () => void }) {
  return (
    <div class="held" role="status">
      {count === 0 ? null : (
        <button
          type="button"
          class="button button--small"
          onClick={() => {
            document.getElementById("main")?.scrollTo({ top: 0 });
            show();
          }}
        >
          {count === 1 ? "1 new run" : `${count >= 50 ? "50 or more" : count} new runs`}. Show
        </button>
      )}
    </div>
  );
}

function Foot({ searching, more }: { searching: string | undefined; more: (() => void) | undefined }) {
  if (searching !== undefined) {
    const back = searching === "" ? "" : `, back to ${relative(searching, Date.now())}`;
    return (
      <p class="more soft" role="status">
        Searching{back} …
      </p>
    );
  }
  return more === undefined ? null : (
    <p class="more">
      <button type="button" class="button" onClick={more}>
        Show older runs
      </button>
    </p>
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
