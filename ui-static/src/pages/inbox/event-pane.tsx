import { useEffect } from "preact/hooks";
import { readEvent, type ReplayVersion } from "../../api/inbox.ts";
import { ApiProblem } from "../../api/http.ts";
import type { InboxEvent, InboxEventDetails } from "../../api/types.ts";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { EventStatusMark } from "../../panels/parts/event-status.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { CapturedRequest } from "../../panels/event/captured-request.tsx";
import { eventMeaning, howToMend, kindWord, whatArrived, whyNoReplay } from "../../run/event-words.ts";
import { EventFacts } from "./event-facts.tsx";
import { ReplayMenu } from "./replay.tsx";

interface Props {
  id: string;
  /** What the list knows: newer than what was read, perhaps. */
  listed: InboxEvent | undefined;
  /** Grows when something changed. */
  turn: number;
  show: (id: string | undefined) => void;
  replay: (event: InboxEvent, version: ReplayVersion) => void;
}

/** One event in full: what it was, what became of it, and what to do if that was nothing. */
export function EventPane({ id, listed, turn, show, replay }: Props) {
  const [loaded, again] = useLoad(id, () => readEvent(id));
  useEffect(() => {
    if (turn > 0) again();
  }, [turn, again]);

  const details = loaded.is === "here" ? loaded.value : undefined;
  const event = listed ?? details;
  return (
    <aside class="pane" aria-label="Event">
      <header class="pane__head">
        <div class="pane__name">
          <h2>{event === undefined ? "Event" : whatArrived(event)}</h2>
          <span class="soft small">
            {event === undefined ? "" : `${kindWord[event.kind]} · ${event.workflow}`}
          </span>
        </div>
        <span class="cluster">
          {event === undefined ? null : (
            <ReplayMenu
              look="small"
              refused={whyNoReplay(event)}
              replay={(version) => replay(event, version)}
            />
          )}
          <button
            type="button"
            class="icon-button"
            aria-label="Close the event"
            title="Close · Esc"
            onClick={() => show(undefined)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <div class="pane__body">
        {event === undefined ? null : <Verdict event={event} />}
        {event === undefined ? null : <NoReplay event={event} />}
        {event === undefined ? null : <EventFacts event={event} show={show} />}
        {loaded.is === "trouble" ? <NotRead problem={loaded.problem} again={again} /> : null}
        {loaded.is === "loading" ? <Loading /> : null}
        {details === undefined ? null : <Content details={details} />}
      </div>
    </aside>
  );
}

function Verdict({ event }: { event: InboxEvent }) {
  const mend = howToMend(event);
  if (mend === undefined) {
    return (
      <p class="verdict">
        <EventStatusMark status={event.status} />
        <span class="soft">{eventMeaning[event.status]}</span>
      </p>
    );
  }
  const look = event.status === "waiting" ? "is-waiting" : "is-failed";
  return (
    <div class={`notice ${look}`}>
      <Icon name={event.status === "waiting" ? "waiting" : "alert"} />
      <div class="notice__body">
        <strong>{capital(event.reason ?? eventMeaning[event.status])}</strong>
        {event.reason == null ? null : <span>{eventMeaning[event.status]}</span>}
        <span>{mend}</span>
        <span class="cluster">
          <a class="button button--small" href={designerOf(event)}>
            Open in designer
          </a>
          {event.status === "rejected" ? (
            <a class="button button--small" href="/connections">
              Connections
            </a>
          ) : null}
        </span>
      </div>
    </div>
  );
}

function NoReplay({ event }: { event: InboxEvent }) {
  const why = whyNoReplay(event);
  return why === undefined ? null : <p class="soft small">{why}</p>;
}

const designerOf = ({ workflow }: InboxEvent) =>
  `/designer?workflow=${encodeURIComponent(workflow)}`;

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function Content({ details }: { details: InboxEventDetails }) {
  return (
    <>
      <CapturedRequest details={details} />
      <p class="faint small pane__key cluster">
        <span class="mono">{details.id}</span>
        <CopyButton text={details.id} label="Copy the event's id" />
      </p>
    </>
  );
}

function NotRead({ problem, again }: { problem: unknown; again: () => void }) {
  const gone = problem instanceof ApiProblem && problem.status === 404;
  return gone ? (
    <p class="soft">
      There is no such event any more. Events are kept for a time that the settings say; their runs
      stay in the history.
    </p>
  ) : (
    <Trouble problem={problem} again={again} />
  );
}

function Loading() {
  return (
    <div aria-hidden="true">
      {[70, 55, 80, 40].map((width) => (
        <span key={width} class="skeleton" style={{ width: `${width}%`, margin: "14px 0" }} />
      ))}
    </div>
  );
}
