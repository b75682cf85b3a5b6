import type { EventStatus, InboxPage } from "../../api/types.ts";
import { eventIcon } from "../../panels/parts/event-status.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { eventMeaning, eventWord } from "../../run/event-words.ts";

interface Props {
  counts: InboxPage["counts"];
  chosen: EventStatus | "";
  choose: (status: EventStatus | "") => void;
}

/** How many there are of each status; a click shows those alone. */
export function StatusChips({ counts, chosen, choose }: Props) {
  const statuses = (Object.keys(eventWord) as EventStatus[]).filter(
    (status) => (counts[status] ?? 0) > 0 || status === chosen,
  );
  if (statuses.length === 0) return null;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div class="chips" role="group" aria-label="Status">
      <button type="button" class="chip" aria-pressed={chosen === ""} onClick={() => choose("")}>
        All <span class="chip__count">{all.toLocaleString("en")}</span>
      </button>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          class={`chip is-${status}`}
          title={eventMeaning[status]}
          aria-pressed={status === chosen}
          onClick={() => choose(status === chosen ? "" : status)}
        >
          <Icon name={eventIcon[status]} size={14} />
          {eventWord[status]}{" "}
          <span class="chip__count">{(counts[status] ?? 0).toLocaleString("en")}</span>
        </button>
      ))}
    </div>
  );
}
