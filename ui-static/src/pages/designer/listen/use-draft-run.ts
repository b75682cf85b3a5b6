import { useEffect, useReducer } from "preact/hooks";
import { listenToRun } from "../../../api/one-run.ts";
import type { RunEvent } from "../../../api/types.ts";
import { marksOf } from "../../../run/marks.ts";
import { hasEnded, reduce, unknownRun, type RunState } from "../../../run/run-state.ts";
import type { Table } from "../table.ts";

type News = RunEvent | { kind: "another" };

const follow = (state: RunState, news: News): RunState =>
  news.kind === "another" ? unknownRun : reduce(state, news);

/** Follows the run of a draft's copy with marks on the drawing: its elements have the same ids. */
export function useDraftRun(runKey: string | undefined, table: Table | undefined): RunState {
  const [state, tell] = useReducer(follow, unknownRun);
  const ended = hasEnded(state.run) && state.run?.key === runKey;

  useEffect(() => {
    tell({ kind: "another" });
    table?.clearMarks();
    return () => table?.clearMarks();
  }, [runKey, table]);

  useEffect(() => {
    if (runKey === undefined || ended) return;
    return listenToRun(runKey, {
      event(event) {
        if (event.kind === "run" || event.kind === "step") tell(event);
      },
      connection: () => undefined,
    });
  }, [runKey, ended]);

  useEffect(() => table?.mark(marksOf(state)), [state, table]);
  return state;
}
