import type { Trigger } from "../../api/types.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import { scheduleWords } from "../../canvas/trigger/schedule-words.ts";
import { exact, relative, upcoming } from "../../run/words.ts";

const triggerIcon: Record<Trigger["kind"], IconName> = {
  webhook: "webhook",
  schedule: "clock",
  feed: "feed",
  form: "form",
  none: "pointer",
};

/** What starts a workflow, and what is worth knowing now: the next time, the last trouble. */
export function TriggerMark({ trigger }: { trigger: Trigger }) {
  const now = useNow(15_000);
  const missed = trigger.misfires?.[0];
  const label = trigger.kind === "schedule" ? scheduleWords(trigger.label) : trigger.label;
  const next = (trigger.next ?? []).filter((time) => Date.parse(time) > now);
  return (
    <span class="cluster soft" title={[label, ...next.map(exact)].join("\n")}>
      <Icon name={triggerIcon[trigger.kind]} size={14} />
      {trigger.href == null ? (
        <span class="triggers__label">{label}</span>
      ) : (
        <a class="triggers__label" href={trigger.href}>
          {label}
        </a>
      )}
      {next[0] === undefined ? null : (
        <time class="faint" dateTime={next[0]} title={next.map(exact).join("\n")}>
          next {upcoming(next[0], now)}
        </time>
      )}
      {trigger.lastError == null ? (
        trigger.lastPolledAt == null ? null : (
          <time class="faint" dateTime={trigger.lastPolledAt} title={exact(trigger.lastPolledAt)}>
            looked {relative(trigger.lastPolledAt, now)}
          </time>
        )
      ) : (
        <Warning word="cannot be read" why={trigger.lastError} />
      )}
      {missed === undefined ? null : (
        <Warning
          word="was late"
          why={`Due ${exact(missed.dueAt)}, fired ${exact(missed.firedAt)}.`}
        />
      )}
    </span>
  );
}

function Warning({ word, why }: { word: string; why: string }) {
  return (
    <span class="status is-waiting" title={why}>
      <Icon name="warning" size={14} />
      {word}
    </span>
  );
}
