import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import type { Connection } from "../../api/live.ts";
import { listenToRun } from "../../api/one-run.ts";
import { readRun, readSteps } from "../../api/runs.ts";
import type { RunEvent, TextPiece } from "../../api/live-events.ts";
import { hasEnded, reduce, unknownRun, type RunState } from "../../run/run-state.ts";
import { grown, type Written } from "../../run/written.ts";

/** Values are read again this long after the last event, not once per event. */
const settle = 400;

/** A run that was just started is a moment away from the history: ask that often before giving up. */
const patience = 12;

export interface OneRun {
  state: RunState;
  /** What steps write at this moment, by their ids. */
  writing: ReadonlyMap<string, Written>;
  problem: unknown;
  connection: Connection;
  /** True while more steps of a long run are on their way. */
  more: boolean;
  again: () => void;
  /** Brings the values of all passes of an element that the first read did not reach. */
  bring: (elementId: string) => void;
}

/** One run, live: events move it, reads bring the values. */
export function useRun(key: string): OneRun {
  const [state, tell] = useReducer(reduce, unknownRun);
  const [writing, write] = useReducer(written, new Map<string, Written>());
  const [problem, setProblem] = useState<unknown>();
  const [connection, setConnection] = useState<Connection>("connecting");
  const [known, setKnown] = useState(false);
  const [more, setMore] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tries = useRef(0);
  const cursor = useRef<string>(undefined);
  const paging = useRef(false);

  /** Page after page; the last cursor is kept, so that a later read goes on from there. */
  const readOn = useCallback(async () => {
    if (paging.current) return;
    paging.current = true;
    setMore(true);
    try {
      let at = cursor.current;
      while (at !== undefined) {
        cursor.current = at;
        const page = await readSteps(key, { cursor: at });
        tell({ kind: "steps", steps: page.items });
        at = page.next ?? undefined;
      }
    } catch (trouble) {
      setProblem(trouble);
    } finally {
      paging.current = false;
      setMore(false);
    }
  }, [key]);

  const read = useCallback(() => {
    readRun(key).then(
      (details) => {
        setProblem(undefined);
        setKnown(true);
        tell({ kind: "details", details });
        cursor.current ??= details.stepsNext ?? undefined;
        if (cursor.current !== undefined) void readOn();
      },
      (trouble: unknown) => {
        const missing = trouble instanceof ApiProblem && trouble.status === 404;
        if (missing && ++tries.current < patience) timer.current = setTimeout(read, settle);
        else setProblem(trouble);
      },
    );
  }, [key, readOn]);

  const bring = useCallback(
    (element: string) => {
      if (cursor.current === undefined) return;
      readSteps(key, { element }).then((page) => tell({ kind: "steps", steps: page.items }), setProblem);
    },
    [key],
  );

  useEffect(() => {
    read();
    return () => clearTimeout(timer.current);
  }, [read]);

  const ended = hasEnded(state.run);
  useEffect(() => {
    if (!known || ended) return;
    const told = gathered<RunEvent>((events) => tell({ kind: "events", events }));
    const said = gathered<TextPiece>(write);
    const stop = listenToRun(key, {
      event(event) {
        if (event.kind === "text") said(event.piece);
        if (event.kind !== "run" && event.kind !== "step") return;
        told(event);
        clearTimeout(timer.current);
        timer.current = setTimeout(read, settle);
      },
      connection: setConnection,
    });
    return stop;
  }, [key, known, ended, read]);

  return { state, writing, problem, connection: ended ? "ended" : connection, more, again: read, bring };
}

/** A burst of events, as a stream's beginning is one, changes the page once. */
function gathered<T>(act: (events: T[]) => void): (event: T) => void {
  let waiting: T[] = [];
  return (event) => {
    waiting.push(event);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const events = waiting;
      waiting = [];
      act(events);
    }, 16);
  };
}

function written(before: ReadonlyMap<string, Written>, pieces: TextPiece[]): ReadonlyMap<string, Written> {
  const after = new Map(before);
  for (const piece of pieces) after.set(piece.step, grown(after.get(piece.step), piece));
  return after;
}
