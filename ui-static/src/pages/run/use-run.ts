import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import type { Connection } from "../../api/live.ts";
import { listenToRun } from "../../api/one-run.ts";
import { readRun } from "../../api/runs.ts";
import { hasEnded, reduce, unknownRun, type RunState } from "../../run/run-state.ts";

/** Values are read again this long after the last event, not once per event. */
const settle = 400;

/** A run that was just started is a moment away from the history: ask that often before giving up. */
const patience = 12;

interface OneRun {
  state: RunState;
  problem: unknown;
  connection: Connection;
  again: () => void;
}

/** One run, live: events move it, reads bring the values. */
export function useRun(key: string): OneRun {
  const [state, tell] = useReducer(reduce, unknownRun);
  const [problem, setProblem] = useState<unknown>();
  const [connection, setConnection] = useState<Connection>("connecting");
  const [known, setKnown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tries = useRef(0);

  const read = useCallback(() => {
    readRun(key).then(
      (details) => {
        setProblem(undefined);
        setKnown(true);
        tell({ kind: "details", details });
      },
      (trouble: unknown) => {
        const missing = trouble instanceof ApiProblem && trouble.status === 404;
        if (missing && ++tries.current < patience) timer.current = setTimeout(read, settle);
        else setProblem(trouble);
      },
    );
  }, [key]);

  useEffect(() => {
    read();
    return () => clearTimeout(timer.current);
  }, [read]);

  const ended = hasEnded(state.run);
  useEffect(() => {
    if (!known || ended) return;
    const stop = listenToRun(key, {
      event(event) {
        if (event.kind !== "run" && event.kind !== "step") return;
        tell(event);
        clearTimeout(timer.current);
        timer.current = setTimeout(read, settle);
      },
      connection: setConnection,
    });
    return stop;
  }, [key, known, ended, read]);

  return { state, problem, connection: ended ? "ended" : connection, again: read };
}
