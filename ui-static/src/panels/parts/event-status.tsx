import type { EventStatus } from "../../api/types.ts";
import { eventMeaning, eventWord } from "../../run/event-words.ts";
import { Icon, type IconName } from "./icon.tsx";

export const eventIcon: Record<EventStatus, IconName> = {
  accepted: "running",
  started: "done",
  correlated: "goesOn",
  answered: "answered",
  waiting: "waiting",
  duplicate: "duplicate",
  rejected: "ban",
  dead: "failed",
};

export function EventStatusMark({ status }: { status: EventStatus }) {
  return (
    <span class={`status is-${status}`} title={eventMeaning[status]}>
      <Icon name={eventIcon[status]} size={14} />
      {eventWord[status]}
    </span>
  );
}
