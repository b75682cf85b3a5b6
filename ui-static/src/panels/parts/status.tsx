import type { Status } from "../../api/types.ts";
import { statusWord } from "../../run/words.ts";
import { Icon, type IconName } from "./icon.tsx";

export const statusIcon: Record<Status, IconName> = {
  running: "running",
  waiting: "waiting",
  completed: "done",
  failed: "failed",
  cancelled: "ban",
  handled: "handled",
};

/** Icon and word together: colour never carries the meaning alone. */
export function StatusMark({ status, detail }: { status: Status; detail?: string | undefined }) {
  return (
    <span class={`status is-${status}`}>
      <Icon name={statusIcon[status]} size={14} />
      {statusWord[status]}
      {detail === undefined ? null : <span class="status__detail">{detail}</span>}
    </span>
  );
}
