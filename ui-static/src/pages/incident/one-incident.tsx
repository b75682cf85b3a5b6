import { useState } from "preact/hooks";
import type { Incident } from "../../api/repair.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";
import { usePageCommands } from "../../panels/palette/page-commands.ts";
import { Effects } from "../../panels/effects/effects.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { currently } from "../../run/currently.ts";
import { Attempts } from "../run/pane/attempts.tsx";
import { Diagram } from "../run/diagram.tsx";
import { useEffects } from "../run/use-effects.ts";
import { useRun } from "../run/use-run.ts";
import { useRunView } from "../run/use-run-view.ts";
import { Cause } from "./cause.tsx";
import { Mend } from "./mend.tsx";
import { SameCause } from "./same-cause.tsx";
import { useSameCause } from "./use-incident.ts";

/** What went wrong, where, with what value, and everything to put it right. */
export function OneIncident({ incident, open }: { incident: Incident; open: (next: Incident) => void }) {
  const live = useRun(incident.runKey);
  const { marks, places } = useRunView(live.state);
  const [same, readSame] = useSameCause(incident);
  const [mended, setMended] = useState(incident.resolvedAt != null);
  const [trouble, setTrouble] = useState<unknown>();
  const step = live.state.steps.get(incident.stepId);
  const [effects, readEffects] = useEffects(incident.runKey, `${step?.status}`);
  const asks = effects.filter((one) => one.stepId === incident.stepId && one.state === "unknown");
  const others = same.filter(({ key }) => key !== incident.key);
  const at = same.findIndex(({ key }) => key === incident.key);
  const runHref = `/run?key=${encodeURIComponent(incident.runKey)}#${incident.stepId}`;
  const changed = () => (live.again(), readEffects(), readSame());
  const go = (by: number) => {
    const next = at < 0 ? others[0] : same[at + by];
    if (next !== undefined) open(next);
  };
  useIncidentKeys(go, runHref);

  return (
    <Frame
      here="runs"
      title={incident.name}
      beside={
        <>
          <span class="soft">
            {incident.workflowName ?? incident.workflow} v{incident.version}
            {step === undefined ? "" : places(step).map(({ index, of }) => `, item ${index} of ${of}`).join("")}
          </span>
          {live.state.run === undefined ? null : <StatusMark status={live.state.run.status} />}
        </>
      }
      actions={
        <>
          <ConnectionMark state={live.connection} />
          {same.length > 1 ? <Neighbours at={at} count={same.length} go={go} /> : null}
          <a class="button" href={runHref}>
            Open the run
          </a>
        </>
      }
    >
      <div class="incident">
        <div class="incident__main scrolls">
          {mended ? (
            <Mended now={currently(live.state)} failed={live.state.run?.status === "failed"} href={runHref} next={others.length > 0 ? () => go(1) : undefined} />
          ) : (
            <Cause incident={incident} />
          )}
          {trouble === undefined ? null : <Trouble problem={trouble} />}
          <div class="incident__diagram">
            <Diagram
              run={{ key: incident.runKey, workflow: incident.workflow, version: incident.version }}
              marks={marks}
              chosen={incident.elementId}
              choose={() => undefined}
              trouble={setTrouble}
            />
          </div>
          {asks.length === 0 ? null : (
            <section class="incident__part">
              <h2>What it sent</h2>
              <Effects effects={asks} changed={changed} />
            </section>
          )}
          {mended ? null : (
            <Mend incident={incident} done={() => (setMended(true), changed())} />
          )}
          {step === undefined ? null : <Attempts step={step} />}
        </div>
        <SameCause here={incident} others={others} changed={changed} open={open} />
      </div>
    </Frame>
  );
}

function Neighbours({ at, count, go }: { at: number; count: number; go: (by: number) => void }) {
  return (
    <span class="cluster incident__neighbours">
      <button type="button" class="icon-button" aria-label="The one before · K" disabled={at <= 0} onClick={() => go(-1)}>
        <span class="pane__back">
          <Icon name="right" />
        </span>
      </button>
      <span class="soft small">{at < 0 ? `${count} more` : `${at + 1} of ${count} with this cause`}</span>
      <button type="button" class="icon-button" aria-label="The next one · J" disabled={at >= count - 1} onClick={() => go(1)}>
        <Icon name="right" />
      </button>
    </span>
  );
}

function Mended(props: { now: string; failed: boolean; href: string; next: (() => void) | undefined }) {
  return (
    <div class="notice incident__mended" role="status">
      <Icon name="done" />
      <div class="notice__body">
        <strong>The step was tried again. The run is now {props.failed ? props.now : `on its way: ${props.now}`}.</strong>
        <span class="cluster notice__actions">
          <a class="button button--small button--main" href={props.href}>
            Follow the run
          </a>
          {props.next === undefined ? null : (
            <button type="button" class="button button--small" onClick={props.next}>
              The next one with this cause
            </button>
          )}
        </span>
      </div>
    </div>
  );
}

function useIncidentKeys(go: (by: number) => void, runHref: string): void {
  usePageCommands(() => [
    { group: "This incident", icon: "activity", label: "Open its run", hint: "O", act: () => location.assign(runHref) },
    { group: "This incident", icon: "right", label: "Next with the same cause", hint: "J", act: () => go(1) },
  ]);
  useKeys((event) => {
    if (!isBare(event)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "o") location.assign(runHref);
  });
}
