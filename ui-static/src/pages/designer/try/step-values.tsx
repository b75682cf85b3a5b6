import { Lasted } from "../../../panels/parts/time.tsx";
import { StatusMark } from "../../../panels/parts/status.tsx";
import { ValueSection } from "../../../panels/values/value-section.tsx";
import { costWords } from "../../../run/costs.ts";
import type { Mark } from "../../../run/marks.ts";
import { stepName } from "../../../run/words.ts";

/** One step of the draft's run: how it went, what it got, what it gave. */
export function StepValues({ mark }: { mark: Mark }) {
  const { latest: step, passes } = mark;
  return (
    <div class="try-tray__step" key={step.id} role="group" aria-label={`Step ${stepName(step)}`}>
      <p class="try-tray__facts">
        <strong>{stepName(step)}</strong>
        <StatusMark status={step.status} />
        <span class="soft small">
          <Lasted from={step.startedAt} to={step.endedAt} />
        </span>
        {step.cost == null ? null : <span class="soft small">{costWords(step.cost)}</span>}
        {passes > 1 ? <span class="soft small">the newest of {passes} times</span> : null}
      </p>
      {step.error == null ? null : (
        <p class="notice is-failed" role="alert">
          {step.error.message}
        </p>
      )}
      <div class="try-tray__values">
        <ValueSection title="What it got" value={step.input} file={`${step.elementId}-got`} />
        <ValueSection title="What it gave" value={step.output} file={`${step.elementId}-gave`} />
      </div>
    </div>
  );
}
