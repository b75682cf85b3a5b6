import { useEffect, useRef } from "preact/hooks";
import type { ReplayVersion } from "../../api/inbox.ts";
import type { InboxEvent } from "../../api/types.ts";
import { EventStatusMark } from "../../panels/parts/event-status.tsx";
import { SkeletonRows } from "../../panels/parts/messages.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import { exact } from "../../run/words.ts";
import { arrivedAt, byteSize, shortKey, whatArrived, whyNoReplay } from "../../run/event-words.ts";
import { ReplayMenu } from "./replay.tsx";

interface Props {
  events: InboxEvent[] | undefined;
  /** The row under the cursor, and the one whose pane is open. */
  at: string | undefined;
  open: string | undefined;
  picked: ReadonlySet<string>;
  show: (id: string) => void;
  pick: (id: string) => void;
  pickAll: (all: boolean) => void;
  replay: (event: InboxEvent, version: ReplayVersion) => void;
}

export function EventsTable(props: Props) {
  const { events, picked, pickAll } = props;
  const all = events !== undefined && events.length > 0 && events.every(({ id }) => picked.has(id));
  const now = useNow(60_000);
  const proofs = events?.some(hasProof) ?? false;
  return (
    <table class="table events" aria-label="Events" aria-busy={events === undefined}>
      <thead>
        <tr>
          <th class="events__pick">
            <input
              type="checkbox"
              aria-label="Choose all that are shown"
              checked={all}
              onChange={() => pickAll(!all)}
            />
          </th>
          <th>Time</th>
          <th>What arrived</th>
          <th>Status</th>
          <th class="is-number">Size</th>
          {proofs ? <th class="events__auth">Proof</th> : null}
          <th class="events__replay">
            <span class="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events === undefined ? (
          <SkeletonRows columns={proofs ? 7 : 6} rows={8} />
        ) : (
          events.map((event) => <Row key={event.id} event={event} now={now} proofs={proofs} {...props} />)
        )}
      </tbody>
    </table>
  );
}

function Row(props: { event: InboxEvent; now: number; proofs: boolean } & Omit<Props, "events" | "pickAll">) {
  const { event, now, proofs, at, open, picked, show, pick, replay } = props;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (at === event.id) row.current?.scrollIntoView({ block: "nearest" });
  }, [at, event.id]);
  const state = [open === event.id ? "is-chosen" : "", at === event.id ? "is-at" : ""].join(" ");
  const chosen = picked.has(event.id);
  return (
    <tr ref={row} class={state} onClick={() => show(event.id)}>
      <td class="events__pick" onClick={(click) => click.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={`Choose ${whatArrived(event)} of ${event.workflow}`}
          checked={chosen}
          onChange={() => pick(event.id)}
        />
      </td>
      <td class="mono">
        <time dateTime={event.receivedAt} title={exact(event.receivedAt)}>
          {arrivedAt(event.receivedAt, now)}
        </time>
      </td>
      <td class="events__arrived">
        <span class="events__what">
          <button type="button" class="events__open" title={whatArrived(event)}>
            {whatArrived(event)}
          </button>
          <span class="soft events__workflow">{event.workflow}</span>
          {event.draft === true ? <span class="tag is-draft">draft</span> : null}
          {event.replayOf == null ? null : <span class="tag">replay</span>}
        </span>
      </td>
      <td class="is-wide">
        <span class="events__what">
          <EventStatusMark status={event.status} />
          <Outcome event={event} />
        </span>
      </td>
      <td class="is-number soft">{event.size === 0 ? "" : byteSize(event.size)}</td>
      {proofs ? <td class="soft events__auth">{hasProof(event) ? event.auth : ""}</td> : null}
      <td class="is-number row-actions events__replay">
        <ReplayMenu
          look="quiet"
          refused={whyNoReplay(event)}
          replay={(version) => replay(event, version)}
        />
      </td>
    </tr>
  );
}

const hasProof = ({ auth }: InboxEvent) => auth != null && auth !== "none";

/** The run it led to, else why it led to none. */
function Outcome({ event }: { event: InboxEvent }) {
  if (event.runKey != null) {
    return (
      <a
        class="mono"
        href={`/run?key=${encodeURIComponent(event.runKey)}`}
        title={`Run ${event.runKey}`}
        onClick={(click) => click.stopPropagation()}
      >
        run {shortKey(event.runKey)}
      </a>
    );
  }
  return event.reason == null ? null : (
    <span class="soft events__reason" title={event.reason}>
      {event.reason}
    </span>
  );
}
