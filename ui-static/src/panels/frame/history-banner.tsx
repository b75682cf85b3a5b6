import type { HistoryState } from "../../api/history.ts";
import { trouble } from "../../run/history-words.ts";
import { Icon } from "../parts/icon.tsx";
import { useHistory } from "./use-history.ts";

/** Says on every page when what it shows may be old, or will not be kept for long. */
export function HistoryBanner() {
  const state = useHistory();
  return state === undefined ? null : <Banner state={state} />;
}

function Banner({ state }: { state: HistoryState }) {
  const found = trouble(state);
  if (found === undefined) return null;
  return (
    <div class={`notice history-notice ${found.grave ? "is-failed" : "is-waiting"}`} role="status">
      <Icon name={found.grave ? "alert" : "clock"} />
      <div class="notice__body">
        <strong>{found.title}</strong>
        <span>{found.text}</span>
      </div>
    </div>
  );
}
