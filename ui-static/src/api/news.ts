import { listen, type Connection, type Listener } from "./live.ts";
import type { LiveEvent } from "./live-events.ts";

type Shared = { event: LiveEvent } | { connection: Connection } | { who: "asks" };

const name = "wireroom.live";

/**
 * What happens anywhere in the engine: runs, the inbox, workflows. Six connections per origin are
 * all a browser has, so one tab (the holder of a lock) keeps the stream and tells the others; when
 * it closes, the next one takes over behind the last change that it heard of.
 */
export function listenToNews(listener: Listener): () => void {
  const mayShare = "locks" in navigator && "BroadcastChannel" in globalThis;
  return mayShare ? listenShared(listener) : listen("/api/events", listener);
}

function listenShared(listener: Listener): () => void {
  const channel = new BroadcastChannel(name);
  const done = new AbortController();
  let leads = false;
  let state: Connection = "connecting";
  let last: number | undefined;

  const tell = (connection: Connection) => {
    state = connection;
    listener.connection(connection);
  };

  const hear = (event: LiveEvent) => {
    if ("seq" in event) last = event.seq ?? last;
    listener.event(event);
  };

  channel.addEventListener("message", (message: MessageEvent<Shared>) => {
    const shared = message.data;
    if ("event" in shared) hear(shared.event);
    else if ("connection" in shared) tell(shared.connection);
    else if (leads) channel.postMessage({ connection: state } satisfies Shared);
  });
  channel.postMessage({ who: "asks" } satisfies Shared);

  const lead = () =>
    new Promise<void>((release) => {
      if (done.signal.aborted) return release();
      leads = true;
      const stop = listen("/api/events", {
        event(event) {
          hear(event);
          channel.postMessage({ event } satisfies Shared);
        },
        connection(connection) {
          tell(connection);
          channel.postMessage({ connection } satisfies Shared);
        },
      }, last);
      done.signal.addEventListener("abort", () => {
        stop();
        release();
      });
    });

  // why: an aborted wait for the lock rejects, and that is the ordinary end of a following tab.
  navigator.locks.request(name, { signal: done.signal }, lead).catch(() => undefined);

  return () => {
    done.abort();
    channel.close();
  };
}
