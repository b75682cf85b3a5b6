import type { ReplayVersion } from "../../api/inbox.ts";
import { ReplayMenu } from "./replay.tsx";

interface Props {
  count: number;
  /** How many of them can be replayed. */
  able: number;
  replay: (version: ReplayVersion) => void;
  clear: () => void;
}

const noneAble = "What was refused, repeated or has not begun cannot be replayed.";

export function PickedBar({ count, able, replay, clear }: Props) {
  if (count === 0) return null;
  return (
    <div class="picked" role="region" aria-label="Chosen events">
      <strong>{count === 1 ? "1 event" : `${count} events`} chosen</strong>
      <ReplayMenu
        look="plain"
        label={able < count ? `Replay ${able} of ${count}` : count === 1 ? "Replay it" : `Replay all ${count}`}
        refused={able === 0 ? noneAble : undefined}
        replay={replay}
      />
      <button type="button" class="button button--quiet" onClick={clear}>
        Clear
      </button>
    </div>
  );
}
