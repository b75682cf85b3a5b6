import type { Trial, TrialError } from "../../../api/trials.ts";
import type { Variables } from "../../../api/types.ts";
import { Icon, type IconName } from "../../../panels/parts/icon.tsx";
import { ValueSection } from "../../../panels/values/value-section.tsx";
import { costWords } from "../../../run/costs.ts";
import { duration } from "../../../run/words.ts";

interface Props {
  trial: Trial;
  name: string;
  keep: (variables: Variables) => void;
}

/** What came of a try: how it ended, its answer, and what a run would get of it. */
export function TrialResult({ trial, name, keep }: Props) {
  const { ended, response, variables, inputs, error } = trial;
  const file = name.replace(/[^\p{L}\p{N}]+/gu, "-");
  return (
    <section class="trial__result" aria-label="What came of it">
      <div class="trial__verdict">
        <span class={`status ${looks[ended].state}`} role="status">
          <Icon name={looks[ended].icon} size={16} />
          {looks[ended].words}
        </span>
        <span class="soft">{facts(trial)}</span>
        {ended === "completed" && variables !== undefined ? (
          <button type="button" class="button button--small" onClick={() => keep(variables)}>
            <Icon name="pin" size={14} /> Use as example
          </button>
        ) : null}
      </div>
      {error === undefined ? null : <Why error={error} />}
      {variables === undefined || Object.keys(variables).length === 0 ? null : (
        <ValueSection title="What the run would get" value={variables} file={`${file}-values`} />
      )}
      {response === undefined ? null : <ValueSection title="Answer" value={response} file={`${file}-answer`} />}
      {inputs === undefined ? null : (
        <details class="trial__inputs">
          <summary>What was sent</summary>
          <ValueSection title="Inputs" value={inputs} file={`${file}-inputs`} />
        </details>
      )}
    </section>
  );
}

function Why({ error }: { error: TrialError }) {
  const { message, suggestion, detail, input, code, retriesLeft } = error;
  return (
    <div class={`notice ${code === undefined ? "is-failed" : "is-waiting"}`}>
      <Icon name="alert" />
      <div class="notice__body">
        <strong>{input === undefined ? message : `${input}: ${message}`}</strong>
        {suggestion === undefined || suggestion === "" ? null : <span>{suggestion}</span>}
        {code === undefined ? null : (
          <span>
            The drawing can go another way on this error, by its name <code>{code}</code>: “If it fails…” at the step.
          </span>
        )}
        {retriesLeft === undefined ? null : (
          <span class="soft">
            {retriesLeft > 0
              ? `A run would try again, ${retriesLeft} more ${retriesLeft === 1 ? "time" : "times"}.`
              : "A run would stop here and wait for somebody."}
          </span>
        )}
        {detail === undefined ? null : (
          <details>
            <summary>The exact words</summary>
            <code>{detail}</code>
          </details>
        )}
      </div>
    </div>
  );
}

const looks: Record<Trial["ended"], { words: string; state: string; icon: IconName }> = {
  completed: { words: "It worked", state: "is-completed", icon: "done" },
  error: { words: "It ended with an error that the drawing can catch", state: "is-waiting", icon: "handled" },
  failed: { words: "It failed", state: "is-failed", icon: "failed" },
  unmapped: { words: "An input has no value, so nothing was sent", state: "is-failed", icon: "failed" },
  unfit: { words: "The values do not fit, so nothing was sent", state: "is-failed", icon: "failed" },
  asks: { words: "Nothing was sent yet", state: "is-waiting", icon: "waiting" },
};

const facts = ({ durationMs, cost }: Trial): string =>
  [durationMs === undefined ? "" : duration(durationMs), cost === undefined ? "" : costWords(cost)]
    .filter((word) => word !== "")
    .join(" · ");
