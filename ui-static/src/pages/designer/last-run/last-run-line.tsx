import { Icon } from "../../../panels/parts/icon.tsx";
import { sentence } from "../../../panels/parts/messages.tsx";
import { StatusMark } from "../../../panels/parts/status.tsx";
import { Lasted, When } from "../../../panels/parts/time.tsx";
import { versionWord } from "../../../run/words.ts";
import type { LastRunView } from "./use-last-run.ts";

/** Which run it is whose marks are on the drawing. */
export function LastRunLine({ view }: { view: LastRunView }) {
  const { shown, never, run, problem } = view;
  if (!shown) return null;
  return (
    <div class="last-run-line" role="group" aria-label="The last run">
      <Icon name="history" size={14} />
      {problem !== undefined ? (
        <span class="text-failed">The last run could not be read: {sentence(problem)}</span>
      ) : run !== undefined ? (
        <>
          <span>
            <When time={run.startedAt} /> · {versionWord(run)}
          </span>
          <StatusMark status={run.status} />
          <span class="soft">
            <Lasted from={run.startedAt} to={run.endedAt} />
          </span>
          <a href={`/run?key=${encodeURIComponent(run.key)}`}>Open the run</a>
        </>
      ) : never ? (
        <span>
          <strong>It has not run yet.</strong> Once it has, each step shows here what it did.
        </span>
      ) : (
        <span class="soft">Looking for the last run…</span>
      )}
    </div>
  );
}
