import { useEffect, useRef } from "preact/hooks";
import type { Listening } from "../../../api/listening.ts";
import { exampleInput } from "../../../api/workflows.ts";
import { CopyButton } from "../../../panels/parts/copy.tsx";
import { EventStatusMark } from "../../../panels/parts/event-status.tsx";
import { Icon } from "../../../panels/parts/icon.tsx";
import { useNow } from "../../../panels/parts/time.tsx";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { CapturedRequest } from "../../../panels/event/captured-request.tsx";
import { curlTo } from "../../../run/curl.ts";
import { howToMend } from "../../../run/event-words.ts";
import type { Desk } from "../use-designer.ts";
import { remaining } from "./remaining.ts";
import { useCaptured, type Captured } from "./use-captured.ts";
import type { Listens } from "./use-listening.ts";

/** Waits for a request to the draft's own address, shows it, and follows its run on the canvas. */
export function ListenPane({ desk, listening: listens }: { desk: Desk; listening: Listens }) {
  const { listening } = listens;
  const captured = useCaptured(desk.workflow);
  const pane = useRef<HTMLElement>(null);
  const { table, opening } = desk;
  const open = opening.is === "here" && listening !== undefined;
  useEffect(() => {
    if (open) table?.inSight.keepClear(pane.current?.offsetWidth ?? 0);
  }, [table, open]);
  if (listening === undefined) return null;
  return (
    <aside ref={pane} class="listen pane" aria-label="Listening for a request">
      <header class="pane__head">
        <div class="pane__name">
          <h2>Listening for a request</h2>
          <Left listening={listening} again={listens.start} />
        </div>
        <span class="cluster">
          <button type="button" class="button button--small" onClick={listens.stop}>
            Stop listening
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Hide"
            title="Hide; it goes on listening"
            onClick={() => listens.show(false)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <div class="pane__body">
        <Addresses workflow={desk.workflow} listening={listening} auth={desk.triggers[0]?.auth} />
        {listens.stale ? <Changed again={listens.start} /> : null}
        {captured.event === undefined ? <Waiting /> : <Arrived captured={captured} />}
      </div>
    </aside>
  );
}

/** Requests run the draft as it was when listening began. */
function Changed({ again }: { again: () => void }) {
  return (
    <div class="notice is-waiting">
      <Icon name="edit" />
      <div class="notice__body">
        <span>You have changed the draft since. Requests still run it as it was.</span>
        <span>
          <button type="button" class="button button--small" onClick={again}>
            Listen with the changes
          </button>
        </span>
      </div>
    </div>
  );
}

function Left({ listening, again }: { listening: Listening; again: () => void }) {
  const left = remaining(listening.expiresAt, useNow());
  return left === undefined ? (
    <span class="soft small cluster">
      The time is over.
      <button type="button" class="button button--quiet button--small" onClick={again}>
        Go on
      </button>
    </span>
  ) : (
    <span class="soft small">{left} left</span>
  );
}

function Addresses(props: {
  workflow: string;
  listening: Listening;
  auth: string | null | undefined;
}) {
  const [loaded] = useLoad(props.workflow, () => exampleInput(props.workflow));
  const body = loaded.is === "here" ? loaded.value.trim().replace(/\s*\n\s*/g, " ") : "{}";
  return (
    <>
      {props.listening.addresses.map((address) => {
        const command = curlTo({ ...address, auth: props.auth ?? null }, body);
        return (
          <section key={address.elementId} class="listen__address">
            <h3 class="pane__title">
              {/^any$/i.test(address.method) ? "Any method" : address.method} to{" "}
              <CopyButton text={address.url} label="Copy the address" />
            </h3>
            <code>{address.url}</code>
            <span class="command">
              <code>{command}</code>
              <CopyButton text={command} label="Copy the command" />
            </span>
          </section>
        );
      })}
    </>
  );
}

function Waiting() {
  return (
    <p class="listen__waiting" role="status">
      <span class="listen__ear">
        <Icon name="listen" size={20} />
      </span>
      <span>
        <strong>Waiting for the first request…</strong>
        <span class="soft"> It shows here as it arrives, and runs a copy of the draft as it is saved now.</span>
      </span>
    </p>
  );
}

function Arrived({ captured }: { captured: Captured }) {
  const { event, details, count } = captured;
  if (event === undefined) return null;
  const mend = howToMend(event);
  return (
    <>
      <section>
        <h3 class="pane__title">{count > 1 ? `The newest of ${count} requests` : "It arrived"}</h3>
        <p class="listen__verdict">
          <EventStatusMark status={event.status} />
          {event.reason == null ? null : <span>{event.reason}</span>}
          {mend === undefined ? null : <span class="soft">{mend}</span>}
          <span class="cluster">
            <a href={`/inbox?event=${encodeURIComponent(event.id)}`}>Show in the inbox</a>
          </span>
        </p>
      </section>
      {details === undefined ? null : <CapturedRequest details={details} />}
    </>
  );
}
