import { useEffect, useRef, useState } from "preact/hooks";
import { listenToAllRuns } from "../../api/all-runs.ts";
import type { Connection } from "../../api/live.ts";
import type { Run } from "../../api/types.ts";

/** At most one renewal in this time, however many runs there are. */
const settle = 800;

/** Calls `renew` soon after runs changed and after a lost connection came back. */
export function useRunNews(renew: () => void, eachRun?: (run: Run) => void): Connection {
  const [connection, setConnection] = useState<Connection>("connecting");
  const callbacks = useRef({ renew, eachRun });
  callbacks.current = { renew, eachRun };

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let broken = false;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        callbacks.current.renew();
      }, settle);
    };
    const stop = listenToAllRuns({
      event(event) {
        if (event.kind !== "run") return;
        callbacks.current.eachRun?.(event.run);
        soon();
      },
      connection(state) {
        if (state === "live" && broken) soon();
        broken = state === "reconnecting" || (broken && state !== "live");
        setConnection(state);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);

  return connection;
}
