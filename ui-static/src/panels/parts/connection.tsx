import type { Connection } from "../../api/live.ts";

const words: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting…",
  ended: "Ended",
};

export function ConnectionMark({ state }: { state: Connection }) {
  return (
    <span class={`connection is-${state}`} role="status">
      {words[state]}
    </span>
  );
}
