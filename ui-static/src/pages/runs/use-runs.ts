import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../api/live.ts";
import { listRuns } from "../../api/runs.ts";
import type { Run, RunPage } from "../../api/types.ts";
import { useNews } from "../../panels/frame/use-news.ts";
import { queryOf, surelyFits, wantedNow, type RunsFilter } from "./address.ts";
import { above, merge, update } from "./merge.ts";

const pageSize = 50;

/** So many pages are read by themselves while nothing is found; then a person is asked. */
const mostPages = 40;

export interface RunList {
  runs: Run[] | undefined;
  /** New runs above the list, held back so that it does not jump. */
  held: number;
  /** Up to where it was searched, while it still goes on by itself. */
  searching: string | undefined;
  problem: unknown;
  connection: Connection;
  more: (() => void) | undefined;
  again: () => void;
}

/**
 * The newest runs that fit, kept up to date by the event stream, with older ones on request.
 * While `still` says so, new runs wait above the list.
 */
export function useRuns(filter: RunsFilter, still: () => boolean): RunList {
  const [runs, setRuns] = useState<Run[]>();
  const [held, setHeld] = useState(0);
  const [next, setNext] = useState<string>();
  const [searching, setSearching] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const turn = useRef(0);
  const shown = useRef<Run[] | undefined>(undefined);
  /** Runs that were told of since the first page was last asked for. */
  const told = useRef(new Set<string>());
  const latest = useRef({ filter, still });
  latest.current = { filter, still };
  const query = queryOf(filter);

  const show = (list: Run[] | undefined) => {
    shown.current = list;
    setRuns(list);
  };

  const load = useCallback((wish: { cursor?: string; pages?: number; jump?: boolean } = {}) => {
    const mine = ++turn.current;
    const { cursor, pages = mostPages, jump = false } = wish;
    const older = cursor !== undefined;
    if (!older) told.current = new Set();
    const { current: since } = told;
    const wanted = { ...wantedNow(latest.current.filter, Date.now()), limit: pageSize };
    listRuns(older ? { ...wanted, cursor } : wanted).then(
      (page) => mine === turn.current && take(page),
      (trouble: unknown) => mine === turn.current && setProblem(trouble),
    );

    const take = (page: RunPage) => {
      const first = shown.current === undefined;
      const before = shown.current ?? [];
      const fresh = older ? [] : above(before, page.items);
      const holds = fresh.length > 0 && !jump && latest.current.still();
      const items = holds ? page.items.filter((run) => !fresh.includes(run)) : page.items;
      const late = before.filter(({ key }) => since.has(key) && items.every((run) => run.key !== key));
      const all = merge(before, older ? items : [...late, ...items], { older, whole: page.next == null });
      const goesOn = page.next != null && pages > 1 && (first || older) && all.length < pageSize && page.items.length < pageSize;
      setProblem(undefined);
      setHeld(holds ? fresh.length : 0);
      show(goesOn && all.length === 0 && first ? [] : all);
      // why: a renewal of the first page keeps the older pages that are already shown.
      if (older || first || page.next == null) setNext(page.next ?? undefined);
      setSearching(goesOn ? (page.searchedTo ?? "") : undefined);
      if (goesOn && page.next != null) load({ cursor: page.next, pages: pages - 1 });
    };
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      show(undefined);
      setHeld(0);
      load();
    }, filter.q === "" ? 0 : 200);
    return () => clearTimeout(timer);
  }, [load, query]);

  const connection = useNews(["run"], () => searching === undefined && load(), (event) => {
    const before = shown.current;
    if (event.kind !== "run" || before === undefined) return;
    const { run } = event;
    if (before.some(({ key }) => key === run.key)) return show(update(before, run));
    // why at once: people watch for it; what only the engine can tell comes with the next reading.
    const isNew = above(before, [run]).length > 0 || before.length === 0;
    if (!isNew || !surelyFits(filter, run) || still()) return;
    told.current.add(run.key);
    show([run, ...before]);
  });

  return {
    runs,
    held,
    searching,
    problem,
    connection,
    more: next === undefined || searching !== undefined ? undefined : () => load({ cursor: next }),
    again: () => load({ jump: true }),
  };
}
