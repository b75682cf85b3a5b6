import { useEffect, useRef, useState } from "preact/hooks";
import { listenToNews } from "../../api/news.ts";
import type { Connection } from "../../api/live.ts";
import type { LiveEvent } from "../../api/live-events.ts";

/** At most one renewal in this time, however much happens. */
const settle = 800;

type Kind = LiveEvent["kind"];

/** Calls `renew` soon after something of these kinds happened, and after the connection came or came back. */
export function useNews(
  kinds: readonly Kind[],
  renew: () => void,
  each?: (event: LiveEvent) => void,
): Connection {
  const [connection, setConnection] = useState<Connection>("connecting");
  const latest = useRef({ kinds, renew, each });
  latest.current = { kinds, renew, each };

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let now: Connection = "connecting";
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current.renew();
      }, settle);
    };
    const stop = listenToNews({
      event(event) {
        if (!latest.current.kinds.includes(event.kind)) return;
        latest.current.each?.(event);
        soon();
      },
      connection(state) {
        // why also the first time: what happened after the page was read is in no stream.
        if (state === "live" && now !== "live") soon();
        now = state;
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
