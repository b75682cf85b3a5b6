import type { ComponentChildren } from "preact";
import type { InboxEvent } from "../../api/types.ts";
import { When } from "../../panels/parts/time.tsx";
import { byteSize } from "../../run/event-words.ts";

interface Props {
  event: InboxEvent;
  show: (id: string) => void;
}

export function EventFacts({ event, show }: Props) {
  return (
    <dl class="pane__facts">
      <Fact name="Arrived">
        <When time={event.receivedAt} />
        {event.size === 0 ? null : <span class="soft"> · {byteSize(event.size)}</span>}
      </Fact>
      {event.runKey == null ? null : (
        <Fact name="Run">
          <a class="mono" href={`/run?key=${encodeURIComponent(event.runKey)}`}>
            {event.runKey}
          </a>
        </Fact>
      )}
      <Fact name="Workflow">
        <a href={`/designer?workflow=${encodeURIComponent(event.workflow)}`}>{event.workflow}</a>
        {event.draft === true ? <span class="tag is-draft">draft</span> : null}
      </Fact>
      {event.auth == null ? null : (
        <Fact name="Proof">{event.auth === "none" ? "none asked" : event.auth}</Fact>
      )}
      {event.attempts > 1 ? <Fact name="Tries">{event.attempts}</Fact> : null}
      {event.replayOf == null ? null : (
        <Fact name="Replay of">
          <EventLink id={event.replayOf} show={show} />
        </Fact>
      )}
      {event.duplicateOf == null ? null : (
        <Fact name="Same as">
          <EventLink id={event.duplicateOf} show={show} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function EventLink({ id, show }: { id: string; show: (id: string) => void }) {
  return (
    <a
      class="mono"
      href={`/inbox?event=${encodeURIComponent(id)}`}
      onClick={(click) => {
        if (click.ctrlKey || click.metaKey) return;
        click.preventDefault();
        show(id);
      }}
    >
      {id}
    </a>
  );
}
