import type { ComponentChildren } from "preact";
import { Lasted, When } from "../../panels/parts/time.tsx";
import { shortKey } from "../../run/event-words.ts";
import { costWords } from "../../run/costs.ts";
import { startedBy } from "../../run/words.ts";
import type { RunState } from "../../run/run-state.ts";

/** One line: who began the run, when, for how long, what it repeats. */
export function RunFacts({ state: { run, about } }: { state: RunState }) {
  if (run === undefined) return null;
  const again = about.againOf;
  return (
    <dl class="facts">
      <Fact name="Started by">
        {startedBy(run)}
        {about.eventId == null ? null : (
          <a class="facts__link" href={`/inbox?event=${encodeURIComponent(about.eventId)}`}>
            what arrived
          </a>
        )}
      </Fact>
      <Fact name="Started">
        <When time={run.startedAt} />
      </Fact>
      <Fact name={run.endedAt == null ? "For" : "Took"}>
        <Lasted from={run.startedAt} to={run.endedAt} />
      </Fact>
      {run.cost == null ? null : <Fact name="Cost">{costWords(run.cost)}</Fact>}
      {about.businessKey == null || about.businessKey === "" ? null : (
        <Fact name="Key">{about.businessKey}</Fact>
      )}
      {again == null ? null : (
        <Fact name="Run again of">
          <a href={`/run?key=${encodeURIComponent(again.runKey)}${again.stepId == null ? "" : `#${again.stepId}`}`}>
            {shortKey(again.runKey)}
          </a>
          <a class="facts__link" href={compareHref(again.runKey, run.key)}>
            compare both
          </a>
        </Fact>
      )}
    </dl>
  );
}

export const compareHref = (before: string, after: string): string =>
  `/compare?run=${encodeURIComponent(before)}&with=${encodeURIComponent(after)}`;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
