import { useEffect, useReducer, useState } from "preact/hooks";
import { listenToRun } from "../../../api/one-run.ts";
import { listRuns, readRun } from "../../../api/runs.ts";
import type { Run } from "../../../api/types.ts";
import { useNews } from "../../../panels/frame/use-news.ts";
import { glancesOf } from "../../../run/at-a-glance.ts";
import { hasEnded, reduce, unknownRun, type RunNews, type RunState } from "../../../run/run-state.ts";
import type { Desk } from "../use-designer.ts";

type News = RunNews | { kind: "another" };

const follow = (state: RunState, news: News): RunState =>
  news.kind === "another" ? unknownRun : reduce(state, news);

/** The values come with a read of the run; however much happens, it is read once in a while. */
const soonest = 1_500;

export interface LastRunView {
  shown: boolean;
  /** The workflow has not run yet. */
  never: boolean;
  run: Run | undefined;
  problem: unknown;
}

/** Follows the newest run of the workflow with marks on the drawing, while that is wanted. */
export function useLastRun({ table, workflow, opening }: Desk, aside: boolean): LastRunView {
  const [wanted, setWanted] = useState(false);
  const [newest, setNewest] = useState<Run | null>();
  const [problem, setProblem] = useState<unknown>();
  const [state, tell] = useReducer(follow, unknownRun);
  const shown = wanted && !aside && opening.is === "here";
  const key = newest?.key;

  useEffect(() => table?.lastRun.onToggle(setWanted), [table]);

  useEffect(() => {
    if (!shown) return;
    setProblem(undefined);
    listRuns({ workflow, limit: 1 }).then(({ items }) => setNewest((known) => newer(known, items[0])), setProblem);
  }, [shown, workflow]);

  useNews(["run"], () => undefined, (news) => {
    if (shown && news.kind === "run" && news.run.workflow === workflow) setNewest((known) => newer(known, news.run));
  });

  useEffect(() => {
    if (!shown || key === undefined) return;
    tell({ kind: "another" });
    const stop = followRun(key, tell, setProblem);
    return () => {
      stop();
      table?.lastRun.clear();
    };
  }, [shown, key, table]);

  useEffect(() => {
    if (shown && state.run !== undefined) table?.lastRun.show(glancesOf(state));
  }, [shown, state, table]);

  return { shown, never: newest === null, run: state.run, problem };
}

function newer(known: Run | null | undefined, found: Run | undefined): Run | null {
  if (found === undefined) return known ?? null;
  return known == null || found.startedAt >= known.startedAt ? found : known;
}

/** Reads a run, and again while it goes on. */
function followRun(key: string, tell: (news: News) => void, failed: (problem: unknown) => void): () => void {
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;

  const read = async () => {
    try {
      const details = await readRun(key);
      if (gone) return;
      tell({ kind: "details", details });
      if (hasEnded(details)) stop?.();
      else stop ??= listenToRun(key, { event, connection: () => undefined });
    } catch (problem) {
      if (!gone) failed(problem);
    }
  };
  const event: Parameters<typeof listenToRun>[1]["event"] = (news) => {
    if (news.kind !== "run" && news.kind !== "step") return;
    tell(news);
    timer ??= setTimeout(() => {
      timer = undefined;
      void read();
    }, soonest);
  };

  void read();
  return () => {
    gone = true;
    clearTimeout(timer);
    stop?.();
  };
}
