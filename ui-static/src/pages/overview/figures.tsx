import type { ComponentChildren } from "preact";
import type { Dashboard } from "../../api/dashboard.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import { duration } from "../../run/words.ts";
import type { Sight } from "./address.ts";

const number = (count: number, more = false) => `${count.toLocaleString("en")}${more ? "+" : ""}`;

/** What happened, and what asks for somebody now; each leads to what it counts. */
export function FigureRow({ dashboard, sight }: { dashboard: Dashboard; sight: Sight }) {
  const { totals, waitingPeople, incidents, backlog, durations } = dashboard;
  const inTime = (status: string) => runsHref({ status, last: sight.last, workflow: sight.workflow });
  const now = (status: string) => runsHref({ status, workflow: sight.workflow });
  return (
    <>
      <section class="figures" aria-label="In this time">
        <Figure label="Started" value={number(totals.started)} href={inTime("")} />
        <Figure label="Done" value={number(totals.completed)} look="completed" icon="done" href={inTime("completed")} />
        <Figure label="Needed repair" value={number(totals.failed)} look={totals.failed > 0 ? "failed" : ""} icon="failed" href={inTime("failed")}>
          {totals.started > 0 ? `${share(totals.failed, totals.started)} of those started` : ""}
        </Figure>
        <Figure label="Half took less than" value={took(durations.p50)}>
          {durations.p95 === undefined ? "" : `95 of 100 less than ${duration(durations.p95)}`}
        </Figure>
      </section>
      <section class="figures" aria-label="Now">
        <Figure label="Running now" value={number(totals.running, totals.runningIsMore)} look="running" icon="running" href={now("running")} />
        <Figure label="Waiting for people" value={number(waitingPeople.count, waitingPeople.countIsMore)} look={waitingPeople.count > 0 ? "waiting" : ""} icon="waiting" href={now("waiting")}>
          <Oldest at={waitingPeople.oldestAt} />
        </Figure>
        <Figure label="Open incidents" value={number(incidents.open, incidents.openIsMore)} look={incidents.open > 0 ? "failed" : ""} icon="failed" href={now("failed")}>
          <Oldest at={incidents.oldestAt} />
        </Figure>
        <Figure label="Not started yet" value={number(backlog.count)} look={backlog.count > 0 ? "waiting" : ""} icon="inbox" href="/inbox">
          <Oldest at={backlog.oldestAt} />
        </Figure>
      </section>
    </>
  );
}

const took = (ms: number | undefined) => (ms === undefined ? "–" : duration(ms));

const share = (part: number, whole: number) =>
  `${((100 * part) / whole).toLocaleString("en", { maximumFractionDigits: 1 })} %`;

export function runsHref(filter: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return `/runs${query.size === 0 ? "" : `?${query}`}`;
}

interface FigureProps {
  label: string;
  value: string;
  look?: string;
  icon?: IconName;
  href?: string;
  children?: ComponentChildren;
}

function Figure({ label, value, look = "", icon, href, children }: FigureProps) {
  const inside = (
    <>
      <span class={`figure__label status ${look === "" ? "is-plain" : `is-${look}`}`}>
        {icon === undefined ? null : <Icon name={icon} size={14} />}
        {label}
      </span>
      <strong class="figure__value">{value}</strong>
      <span class="figure__more">{children}</span>
    </>
  );
  return href === undefined ? (
    <div class="figure">{inside}</div>
  ) : (
    <a class="figure" href={href}>
      {inside}
    </a>
  );
}

function Oldest({ at }: { at: string | null | undefined }) {
  const now = useNow(15_000);
  return at == null ? null : <>the oldest for {duration(Math.max(0, now - Date.parse(at)))}</>;
}
