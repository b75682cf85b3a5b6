import type { Effect } from "../../../api/repair.ts";
import type { Step } from "../../../api/types.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { Menu, type MenuItem } from "../../../panels/parts/menu.tsx";
import { ValueSection } from "../../../panels/values/value-section.tsx";
import { Effects } from "../../../panels/effects/effects.tsx";
import type { Place } from "../../../run/places.ts";
import { tail, type Written } from "../../../run/written.ts";
import { elementWord, stepName } from "../../../run/words.ts";
import type { OpenRun } from "../use-run-key.ts";
import { Attempts } from "./attempts.tsx";
import { Passes } from "./passes.tsx";
import { StepFacts } from "./step-facts.tsx";
import { StepTrouble } from "./step-trouble.tsx";

interface Props {
  step: Step;
  /** What it writes at this moment. */
  writing: Written | undefined;
  runKey: string;
  /** All passes of the same element. */
  siblings: Step[];
  places: readonly Place[];
  effects: readonly Effect[];
  /** What can be done from here. */
  actions: MenuItem[];
  choose: (what: { step: string } | undefined) => void;
  changed: () => void;
  open: OpenRun;
}

/** One step: how it went, what it got, what it gave, what it did outside, what went wrong. */
export function StepPane(props: Props) {
  const { step, writing, runKey, siblings, places, effects, actions, choose, changed, open } = props;
  const own = effects.filter(({ stepId }) => stepId === step.id);
  return (
    <aside class="pane" aria-label={`Step ${stepName(step)}`}>
      <header class="pane__head">
        <div class="pane__name">
          <h2>{stepName(step)}</h2>
          <span class="soft small">{elementWord(step.type)}</span>
        </div>
        <span class="cluster">
          <Menu look="icon" name="What can be done with this step" label={<Icon name="more" />} items={actions} />
          <button
            type="button"
            class="icon-button"
            aria-label="Close the step"
            title="Close · Esc"
            onClick={() => choose(undefined)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      {siblings.length > 1 ? (
        <Passes step={step} siblings={siblings} places={places} choose={choose} />
      ) : null}
      <div class="pane__body" key={step.id}>
        <StepFacts step={step} places={places} open={open} />
        {step.error == null ? null : <StepTrouble step={step} runKey={runKey} changed={changed} />}
        <Attempts step={step} />
        {writing === undefined || step.endedAt != null ? null : (
          <section>
            <h3 class="pane__title">What it writes</h3>
            <p class="pane__writing">{tail(writing, Infinity)}</p>
          </section>
        )}
        {own.length === 0 ? null : (
          <section>
            <h3 class="pane__title">What it did outside</h3>
            <Effects effects={own} changed={changed} />
          </section>
        )}
        <ValueSection title="What it got" value={step.input} file={`${step.elementId}-got`} />
        <ValueSection title="What it gave" value={step.output} file={`${step.elementId}-gave`} />
        <p class="faint small pane__key">
          <span class="mono">{step.elementId}</span> · <span class="mono">{step.id}</span>
        </p>
      </div>
    </aside>
  );
}
