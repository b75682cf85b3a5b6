import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../api/live.ts";
import { listRuns } from "../../api/runs.ts";
import type { Run } from "../../api/types.ts";
import { useNews } from "../../panels/frame/use-news.ts";
import type { RunsFilter } from "./address.ts";

const pageSize = 50;

interface Runs {
  runs: Run[] | undefined;
  more: boolean;
  problem: unknown;
  connection: Connection;
  loadMore: () => void;
  again: () => void;
}

/** The newest runs that fit, kept up to date by the event stream, with older ones on request. */
export function useRuns(filter: RunsFilter): Runs {
  const [runs, setRuns] = useState<Run[]>();
  const [next, setNext] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const turn = useRef(0);
  const { workflow, status, q } = filter;

  const load = useCallback(
    (cursor?: string) => {
      const mine = ++turn.current;
      const wanted = { workflow, status, q: q.trim(), limit: pageSize };
      listRuns(cursor === undefined ? wanted : { ...wanted, cursor }).then(
        (page) => {
          if (mine !== turn.current) return;
          setProblem(undefined);
          // why: a renewal of the first page keeps the older pages that are already shown.
          setRuns((before) => merge(before ?? [], page.items, cursor !== undefined, page.next == null));
          if (cursor !== undefined || turnedFirst.current) setNext(page.next ?? undefined);
          turnedFirst.current = false;
        },
        (trouble: unknown) => mine === turn.current && setProblem(trouble),
      );
    },
    [workflow, status, q],
  );
  const turnedFirst = useRef(true);

  useEffect(() => {
    turnedFirst.current = true;
    const timer = setTimeout(() => {
      setRuns(undefined);
      load();
    }, q === "" ? 0 : 200);
    return () => clearTimeout(timer);
  }, [load, q]);

  const connection = useNews(["run"], () => load(), (event) => {
    if (event.kind !== "run") return;
    const { run } = event;
    setRuns((before) => before?.map((one) => (one.key === run.key ? run : one)));
  });

  return {
    runs,
    more: next !== undefined,
    problem,
    connection,
    loadMore: () => next !== undefined && load(next),
    again: () => load(),
  };
}

/** Newest first, each run once; a page that is the whole list replaces what was there. */
export function merge(before: Run[], page: Run[], older: boolean, whole: boolean): Run[] {
  if (!older && whole) return page;
  const fresh = new Set(page.map((run) => run.key));
  const rest = before.filter((run) => !fresh.has(run.key));
  return older ? [...rest, ...page] : [...page, ...rest];
}
