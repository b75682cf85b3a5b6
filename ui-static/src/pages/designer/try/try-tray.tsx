import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { cancelRun } from "../../../api/runs.ts";
import type { InboxEvent } from "../../../api/types.ts";
import { EventStatusMark } from "../../../panels/parts/event-status.tsx";
import { Icon } from "../../../panels/parts/icon.tsx";
import { sentence } from "../../../panels/parts/messages.tsx";
import { StatusMark } from "../../../panels/parts/status.tsx";
import { Lasted } from "../../../panels/parts/time.tsx";
import { toast } from "../../../panels/parts/toasts.tsx";
import { currently } from "../../../run/currently.ts";
import { howToMend } from "../../../run/event-words.ts";
import { marksOf } from "../../../run/marks.ts";
import { hasEnded, type RunState } from "../../../run/run-state.ts";
import { useRun } from "../../run/use-run.ts";
import type { Desk } from "../use-designer.ts";
import type { Table } from "../table.ts";
import { StepValues } from "./step-values.tsx";
import type { Trying } from "./use-trying.ts";

/** The draft's run under the canvas: how far it is, what each step got and gave, and a way to stop it. */
export function TryTray({ desk, trying }: { desk: Desk; trying: Trying }) {
  const { event } = trying;
  if (event === undefined) return null;
  return event.runKey == null ? (
    <Tray table={desk.table}>
      <Head trying={trying}>
        <Before event={event} />
      </Head>
    </Tray>
  ) : (
    <Followed key={event.runKey} runKey={event.runKey} desk={desk} trying={trying} />
  );
}

function Tray({ table, children }: { table: Table | undefined; children: ComponentChildren }) {
  const tray = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = tray.current;
    const frame = box?.parentElement;
    if (box === null || frame == null) return;
    const watch = new ResizeObserver(() => {
      frame.style.setProperty("--tray", `${box.offsetHeight}px`);
      table?.run.resized();
    });
    watch.observe(box);
    return () => {
      watch.disconnect();
      frame.style.removeProperty("--tray");
      table?.run.resized();
    };
  }, [table]);
  return (
    <section ref={tray} class="try-tray" aria-label="Run of the draft">
      {children}
    </section>
  );
}

function Head({ trying, children }: { trying: Trying; children: ComponentChildren }) {
  return (
    <header class="try-tray__head">
      <strong>Draft run</strong>
      {children}
      <button
        type="button"
        class="icon-button"
        aria-label="Close the run of the draft"
        title="Close; takes the marks away"
        onClick={trying.forget}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Between the event and its run; for good, when nothing could be started with it. */
function Before({ event }: { event: InboxEvent }) {
  const mend = howToMend(event);
  return (
    <span class="try-tray__now" role="status">
      <EventStatusMark status={event.status} />
      {event.reason == null ? null : <span>{event.reason}</span>}
      {mend === undefined ? null : <span class="soft">{mend}</span>}
    </span>
  );
}

function Followed({ runKey, desk, trying }: { runKey: string; desk: Desk; trying: Trying }) {
  const { table } = desk;
  const { state } = useRun(runKey);
  const [selected, select] = useState<string>();

  useEffect(() => () => table?.run.clearMarks(), [table]);
  useEffect(() => table?.run.mark(marksOf(state)), [table, state]);
  useEffect(() => table?.run.onSelected(select), [table]);

  const mark = selected === undefined ? undefined : marksOf(state).get(selected);
  return (
    <Tray table={table}>
      <Head trying={trying}>
        <Now state={state} />
        {trying.stale ? <span class="soft small">The drawing was changed since.</span> : null}
        <span class="try-tray__deeds">
          <Deeds runKey={runKey} state={state} trying={trying} />
        </span>
      </Head>
      {mark === undefined ? (
        <p class="soft small try-tray__hint">
          {selected === undefined
            ? "Choose a step to see what it got and what it gave."
            : "The run has not been at this step."}
        </p>
      ) : (
        <StepValues mark={mark} />
      )}
    </Tray>
  );
}

function Now({ state }: { state: RunState }) {
  const { run } = state;
  if (run === undefined) return <span class="soft">begins…</span>;
  return (
    <span class="try-tray__now" role="status">
      <StatusMark status={run.status} />
      {hasEnded(run) ? null : <span class="soft try-tray__at">{where(state)}</span>}
      <span class="soft small">
        <Lasted from={run.startedAt} to={run.endedAt} />
      </span>
    </span>
  );
}

/** The status stands beside it already. */
const where = (state: RunState): string => currently(state).replace(/^(needs repair|waiting): /, "");

function Deeds({ runKey, state, trying }: { runKey: string; state: RunState; trying: Trying }) {
  const [stopping, setStopping] = useState(false);
  const stop = () => {
    setStopping(true);
    cancelRun(runKey).catch((problem: unknown) => {
      setStopping(false);
      toast({ text: sentence(problem), failed: true });
    });
  };
  return (
    <>
      {hasEnded(state.run) ? null : (
        <button type="button" class="button button--small" disabled={stopping} onClick={stop}>
          {stopping ? "Stopping…" : "Stop"}
        </button>
      )}
      <button
        type="button"
        class="button button--small"
        disabled={trying.starting}
        title="The same event, with the draft as it is drawn now"
        onClick={trying.again}
      >
        {trying.starting ? "Starting…" : "Run it again"}
      </button>
      <a href={`/run?key=${encodeURIComponent(runKey)}`}>Open the run</a>
    </>
  );
}
