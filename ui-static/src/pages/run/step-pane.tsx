import { useState } from "preact/hooks";
import type { Step } from "../../api/types.ts";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { Lasted, When } from "../../panels/parts/time.tsx";
import { asText, ValueTree } from "../../panels/values/value-tree.tsx";
import { elementWord, stepName } from "../../run/words.ts";
import { retryAll } from "./run-actions.tsx";

interface Props {
  step: Step;
  /** All passes of the same element. */
  siblings: Step[];
  choose: (what: { step: string } | undefined) => void;
  changed: () => void;
}

/** One step: how it went, what it got, what it gave, what went wrong. */
export function StepPane({ step, siblings, choose, changed }: Props) {
  const at = siblings.findIndex((one) => one.id === step.id);
  return (
    <aside class="pane" aria-label={`Step ${stepName(step)}`}>
      <header class="pane__head">
        <div>
          <h2>{stepName(step)}</h2>
          <span class="soft small">{elementWord(step.type)}</span>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close the step"
          title="Close · Esc"
          onClick={() => choose(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      {siblings.length > 1 ? <Passes siblings={siblings} at={at} choose={choose} /> : null}
      <div class="pane__body">
        <dl class="pane__facts">
          <dt>Status</dt>
          <dd>
            <StatusMark status={step.status} />
          </dd>
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
              <dd>{step.attempts}</dd>
            </>
          ) : null}
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
        {step.error == null ? null : <StepTrouble step={step} changed={changed} />}
        <Values title="What it got" value={step.input} />
        <Values title="What it gave" value={step.output} />
        <p class="faint small pane__key">
          <span class="mono">{step.elementId}</span> · <span class="mono">{step.id}</span>
        </p>
      </div>
    </aside>
  );
}

function Passes(props: { siblings: Step[]; at: number; choose: Props["choose"] }) {
  const { siblings, at, choose } = props;
  const go = (to: number) => {
    const next = siblings[to];
    if (next !== undefined) choose({ step: next.id });
  };
  return (
    <div class="pane__passes">
      <button
        type="button"
        class="icon-button"
        aria-label="The pass before"
        disabled={at <= 0}
        onClick={() => go(at - 1)}
      >
        <span class="pane__back">
          <Icon name="right" />
        </span>
      </button>
      <span>
        pass {at + 1} of {siblings.length}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label="The pass after"
        disabled={at >= siblings.length - 1}
        onClick={() => go(at + 1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}

function StepTrouble({ step, changed }: { step: Step; changed: () => void }) {
  const [raw, setRaw] = useState(false);
  const { error } = step;
  if (error == null) return null;
  const { incidentKey } = error;
  const waits = step.status === "failed" && incidentKey !== undefined;
  const handled = step.status === "handled";
  const [sentence, ...more] = error.message.split("\n");
  const told = [error.code, sentence, ...more].filter((line) => line !== undefined).join("\n");
  return (
    <div class={waits ? "notice is-failed" : "notice"} role={waits ? "alert" : undefined}>
      <Icon name={handled ? "handled" : "alert"} />
      <div class="notice__body">
        <strong>{handled ? `Handled: ${sentence}` : sentence}</strong>
        {error.code === undefined ? null : <code class="soft">{error.code}</code>}
        {waits ? <span>The run waits here until the step is tried again or cancelled.</span> : null}
        <span class="cluster">
          {waits ? (
            <button
              type="button"
              class="button button--small"
              onClick={() => void retryAll([incidentKey], changed)}
            >
              <Icon name="retry" size={14} /> Try again
            </button>
          ) : null}
          <button
            type="button"
            class="button button--quiet button--small"
            aria-expanded={raw}
            onClick={() => setRaw(!raw)}
          >
            {raw ? "Hide the raw text" : "Raw text"}
          </button>
        </span>
        {raw ? (
          <pre class="pane__raw">{error.raw ?? told}</pre>
        ) : null}
      </div>
    </div>
  );
}

function Values({ title, value }: { title: string; value: Step["input"] }) {
  return (
    <section>
      <h3 class="pane__title">
        {title}
        {value == null ? null : <CopyButton text={asText(value)} label={`Copy ${title}`} />}
      </h3>
      <ValueTree value={value ?? null} name={title} />
    </section>
  );
}
