import type { Run } from "../../api/types.ts";
import { Lasted, When } from "../../panels/parts/time.tsx";
import { startedBy } from "../../run/words.ts";
import type { RunState } from "../../run/run-state.ts";
import { currently } from "../../run/currently.ts";

/** One line: what the run is doing, who began it, when, for how long. */
export function RunFacts({ run, state }: { run: Run; state: RunState }) {
  return (
    <dl class="facts">
      <div class="facts__now">
        <dt>Now</dt>
        <dd>{currently(state)}</dd>
      </div>
      <div>
        <dt>Started by</dt>
        <dd>
          {startedBy(run)}
          {state.eventId === undefined ? null : (
            <a class="facts__link" href={`/inbox?event=${encodeURIComponent(state.eventId)}`}>
              what arrived
            </a>
          )}
        </dd>
      </div>
      <div>
        <dt>Started</dt>
        <dd>
          <When time={run.startedAt} />
        </dd>
      </div>
      <div>
        <dt>{run.endedAt == null ? "For" : "Took"}</dt>
        <dd>
          <Lasted from={run.startedAt} to={run.endedAt} />
        </dd>
      </div>
    </dl>
  );
}
