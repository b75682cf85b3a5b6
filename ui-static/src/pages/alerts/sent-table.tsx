import type { SentAlert } from "../../api/alerts.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { When } from "../../panels/parts/time.tsx";
import { stateWord } from "./words.ts";

const icon: Record<SentAlert["state"], IconName> = {
  waiting: "waiting",
  sent: "done",
  failed: "failed",
  dropped: "ban",
};

/** Looks: the status classes of runs, so that the colours mean the same everywhere. */
const look: Record<SentAlert["state"], string> = {
  waiting: "is-waiting",
  sent: "is-completed",
  failed: "is-failed",
  dropped: "is-cancelled",
};

export function SentTable({ items }: { items: SentAlert[] }) {
  if (items.length === 0) return <p class="soft">Nothing yet.</p>;
  return (
    <table class="table" aria-label="Alerts told so far">
      <thead>
        <tr>
          <th>What</th>
          <th>Times</th>
          <th>First</th>
          <th>Rule</th>
          <th>Delivery</th>
        </tr>
      </thead>
      <tbody>
        {items.map((alert) => (
          <tr key={alert.id}>
            <td class="is-wide" title={alert.text}>
              <a class="row-link" href={path(alert.link)}>
                {alert.text}
              </a>
              {alert.resolvedAt === undefined ? null : <span class="tag">mended</span>}
            </td>
            <td class="is-number">{alert.count}</td>
            <td class="soft">
              <When time={alert.firstAt} />
            </td>
            <td class="soft">{alert.rule}</td>
            <td title={alert.failure ?? ""}>
              <span class={`status ${look[alert.state]}`}>
                <Icon name={icon[alert.state]} size={14} />
                {stateWord[alert.state]}
                {alert.failure === undefined ? null : (
                  <span class="status__detail">{alert.failure}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** why: whoever reads this is here already, whatever address others come by. */
function path(link: string): string {
  try {
    const url = new URL(link);
    return url.pathname + url.search;
  } catch {
    return "/runs";
  }
}
