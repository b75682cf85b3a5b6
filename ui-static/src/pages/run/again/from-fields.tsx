import type { Step } from "../../../api/types.ts";
import { stepName } from "../../../run/words.ts";
import type { Named } from "../repair/jump.ts";
import { canBegin, elementsOf } from "./plan.ts";

interface Props {
  steps: readonly Named[];
  from: Step | undefined;
  change: (from: Step | undefined) => void;
}

/** From the start or from a step; inside a loop also from which item. */
export function FromFields({ steps, from, change }: Props) {
  const able = steps.filter(({ step }) => canBegin(step));
  const elements = elementsOf(able.map(({ step }) => step));
  const passes = able.filter(({ step }) => step.elementId === from?.elementId);
  return (
    <div class="ask__row">
      <label class="field">
        <span class="field__label">Begin</span>
        <select
          class="select"
          aria-label="Begin"
          value={from?.elementId ?? ""}
          onChange={(event) => {
            const element = event.currentTarget.value;
            change(able.find(({ step }) => step.elementId === element)?.step);
          }}
        >
          <option value="">at the start, with the same input</option>
          {elements.map((step) => (
            <option key={step.elementId} value={step.elementId}>
              at {stepName(step)}
            </option>
          ))}
        </select>
      </label>
      {passes.length > 1 ? (
        <label class="field">
          <span class="field__label">Which one</span>
          <select
            class="select"
            aria-label="Which one"
            value={from?.id}
            onChange={(event) => change(passes.find(({ step }) => step.id === event.currentTarget.value)?.step)}
          >
            {passes.map(({ step, words }) => (
              <option key={step.id} value={step.id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}
