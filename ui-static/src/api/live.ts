import { currentSession } from "./session.ts";
import type { InboxEvent, Run, Step } from "./types.ts";
import type { LiveEvent, TextPiece } from "./live-events.ts";

export type Connection = "connecting" | "live" | "reconnecting" | "ended";

export interface Listener {
  event(event: LiveEvent): void;
  connection(state: Connection): void;
}

/** First wait after a refused connection; the browser itself repeats broken ones. */
const againAfter = 2_000;

/**
 * Listens to one event stream until the returned function is called. Repeats for ever, and goes
 * to the sign-in page when the session is over. It goes on behind the change `after`.
 */
export function listen(path: string, listener: Listener, after?: number): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let last = after;

  const seen = (message: MessageEvent): number | undefined => {
    last = seqOf(message) ?? last;
    return seqOf(message);
  };

  const open = () => {
    // why: only a stream that the browser repeats by itself says where it broke off.
    source = new EventSource(last === undefined ? path : `${path}?lastEventId=${last}`);
    source.addEventListener("open", () => listener.connection("live"));
    source.addEventListener("run", (message) => {
      const run = JSON.parse(message.data as string) as Run;
      listener.event({ kind: "run", seq: seen(message), run });
    });
    source.addEventListener("step", (message) => {
      const step = JSON.parse(message.data as string) as Step & { runKey: string };
      listener.event({ kind: "step", seq: seen(message), step });
    });
    source.addEventListener("text", (message) => {
      listener.event({ kind: "text", piece: JSON.parse(message.data as string) as TextPiece });
    });
    source.addEventListener("inbox", (message) => {
      listener.event({ kind: "inbox", event: JSON.parse(message.data as string) as InboxEvent });
    });
    source.addEventListener("workflow", (message) => {
      const workflow = JSON.parse(message.data as string) as { id: string; paused: boolean };
      listener.event({ kind: "workflow", workflow });
    });
    source.addEventListener("error", () => {
      if (closed) return;
      listener.connection("reconnecting");
      if (source?.readyState === EventSource.CLOSED) void refused();
    });
  };

  const refused = async () => {
    source?.close();
    // why: it says when the session is over, and leads to the sign-in; the stream itself does not.
    await currentSession().catch(() => undefined);
    if (!closed) timer = setTimeout(open, againAfter);
  };

  listener.connection("connecting");
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}

const seqOf = (message: MessageEvent) =>
  message.lastEventId === "" ? undefined : Number(message.lastEventId);
