import type { Try } from "../../../api/run-about.ts";
import type { Step } from "../../../api/types.ts";
import { Icon, type IconName } from "../../../panels/parts/icon.tsx";
import { Lasted, When } from "../../../panels/parts/time.tsx";

const shown: Record<Try["outcome"], { icon: IconName; word: string; look: string }> = {
  done: { icon: "done", word: "Done", look: "completed" },
  failed: { icon: "failed", word: "Failed", look: "failed" },
  running: { icon: "running", word: "Running", look: "running" },
};

/** Each attempt of a step with what it came to. One that went well at once needs no list. */
export function Attempts({ step }: { step: Step }) {
  const tries = step.tries ?? [];
  if (tries.length < 2 && !tries.some(({ outcome }) => outcome === "failed")) return null;
  return (
    <section>
      <h3 class="pane__title">Attempts</h3>
      <ol class="attempts">
        {tries.map((one) => (
          <li key={one.number} class="attempts__one">
            <span class={`status is-${shown[one.outcome].look}`}>
              <Icon name={shown[one.outcome].icon} size={14} />
              {one.number}. {shown[one.outcome].word}
            </span>
            <span class="soft small attempts__time">
              <When time={one.startedAt} /> · <Lasted from={one.startedAt} to={one.endedAt} />
            </span>
            {one.error == null ? null : <span class="attempts__error">{one.error.message}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
