import type { InboxPage } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import { duration } from "../../run/words.ts";

/** Every event is in the backlog for a moment; only one that stays there is worth a word. */
const worthAWord = 5_000;

/** Events that are stored safely but have not started yet, because the broker was away. */
export function BacklogBanner({ backlog }: { backlog: InboxPage["backlog"] }) {
  const now = useNow();
  const age = backlog.oldestAt == null ? 0 : now - Date.parse(backlog.oldestAt);
  if (backlog.count === 0 || age < worthAWord) return null;
  const one = backlog.count === 1;
  return (
    <div class="notice is-waiting backlog" role="status">
      <Icon name="clock" />
      <div class="notice__body">
        <strong>
          {one ? "One event has" : `${backlog.count.toLocaleString("en")} events have`} not started
          yet, the oldest for {duration(age)}
        </strong>
        <span>
          {one ? "It is" : "They are"} stored safely and {one ? "starts" : "start in their order"} as
          soon as the engine gets through to its broker. Nothing needs to be sent again.
        </span>
      </div>
    </div>
  );
}
