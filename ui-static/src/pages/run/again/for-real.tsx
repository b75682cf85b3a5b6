import type { Step } from "../../../api/types.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { stepName } from "../../../run/words.ts";
import type { RealStep } from "./plan.ts";

const few = 8;

/** Warns: these steps call the world outside once more; the ones before are answered from the record. */
export function ForReal({ from, real, times }: { from: Step | undefined; real: RealStep[]; times: number }) {
  const outside = real.filter((step) => step.outside);
  const shown = outside.length > 0 ? [...outside, ...real.filter((step) => !step.outside)] : real;
  return (
    <div class={outside.length > 0 ? "notice is-waiting" : "notice"} role="note" aria-label="What runs for real">
      <Icon name={outside.length > 0 ? "warning" : "run"} />
      <div class="notice__body">
        <strong>
          {from === undefined ? "Everything runs for real" : `For real from ${stepName(from)} on`}
          {times > 1 ? `, ${times} times` : ""}.
        </strong>
        {from === undefined ? null : (
          <span>Steps before it are answered from what was recorded; waits before it pass at once.</span>
        )}
        {shown.length === 0 ? null : (
          <ul class="for-real">
            {shown.slice(0, few).map(({ name, outside: calls }) => (
              <li key={name}>
                {name}
                {calls ? <span class="soft"> changed something outside the first time</span> : null}
              </li>
            ))}
            {shown.length > few ? <li class="soft">and {shown.length - few} more</li> : null}
          </ul>
        )}
      </div>
    </div>
  );
}
