import type { ReplayVersion } from "../../api/inbox.ts";
import { ReplayMenu } from "./replay.tsx";

interface Props {
  count: number;
  replay: (version: ReplayVersion) => void;
  clear: () => void;
}

export function PickedBar({ count, replay, clear }: Props) {
  if (count === 0) return null;
  return (
    <div class="picked" role="region" aria-label="Chosen events">
      <strong>{count === 1 ? "1 event" : `${count} events`} chosen</strong>
      <ReplayMenu look="plain" label={count === 1 ? "Replay it" : `Replay all ${count}`} replay={replay} />
      <button type="button" class="button button--quiet" onClick={clear}>
        Clear
      </button>
    </div>
  );
}
