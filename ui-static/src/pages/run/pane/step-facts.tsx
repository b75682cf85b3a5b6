import type { Step } from "../../../api/types.ts";
import { StatusMark } from "../../../panels/parts/status.tsx";
import { Lasted, useNow, When } from "../../../panels/parts/time.tsx";
import { costWords } from "../../../run/costs.ts";
import type { Place } from "../../../run/places.ts";
import { clockTime } from "../../../run/waits.ts";
import type { OpenRun } from "../use-run-key.ts";

/** How a step goes, in a few lines. */
export function StepFacts({ step, places, open }: { step: Step; places: readonly Place[]; open: OpenRun }) {
  const now = useNow(15_000);
  const called = step.calledRunKey;
  return (
    <dl class="pane__facts">
      <dt>Status</dt>
      <dd>
        <StatusMark status={step.status} />
      </dd>
      {step.recorded === true ? (
        <>
          <dt>Answered</dt>
          <dd>from what the first run had recorded; nothing was called</dd>
        </>
      ) : null}
      {places.map((place) => (
        <>
          <dt>In</dt>
          <dd>
            {place.loop}: item {place.index} of {place.of}
          </dd>
        </>
      ))}
      <dt>Began</dt>
      <dd>
        <When time={step.startedAt} />
      </dd>
      <dt>{step.endedAt == null ? "For" : "Took"}</dt>
      <dd>
        <Lasted from={step.startedAt} to={step.endedAt} />
      </dd>
      {step.attempts > 1 ? (
        <>
          <dt>Tries</dt>
          <dd>
            {step.attempts}
            {step.retriesLeft == null ? "" : `, ${step.retriesLeft} left`}
          </dd>
        </>
      ) : null}
      {step.nextTryAt == null ? null : (
        <>
          <dt>Next try</dt>
          <dd>at {clockTime(step.nextTryAt, now)}</dd>
        </>
      )}
      {step.cost == null ? null : (
        <>
          <dt>Cost</dt>
          <dd>{costWords(step.cost)}</dd>
        </>
      )}
      {called == null ? null : (
        <>
          <dt>Called</dt>
          <dd>
            <a
              href={`/run?key=${encodeURIComponent(called)}`}
              onClick={(event) => {
                event.preventDefault();
                open(called);
              }}
            >
              the run of the other workflow
            </a>
          </dd>
        </>
      )}
      {step.connector == null ? null : (
        <>
          <dt>Connector</dt>
          <dd>
            <a class="mono" href={`/connectors#${step.connector}`}>
              {step.connector}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}
