import type { Migration } from "../../../api/repair.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import type { DrawnStep } from "../../../run/diagram-steps.ts";
import { elementWord } from "../../../run/words.ts";

interface Props {
  plan: Migration;
  /** What had no place in this rehearsal or in one before it. */
  asks: Migration["unmapped"];
  chosen: Readonly<Record<string, string>>;
  steps: readonly DrawnStep[];
  choose: (from: string, to: string) => void;
}

/** What goes where in the other version. Only what has no place of its own asks for a choice. */
export function Mapping({ plan, asks, chosen, steps, choose }: Props) {
  const pairs = Object.entries(plan.mapping).filter(([from]) => chosen[from] === undefined);
  return (
    <div class="mapping" role="group" aria-label="What goes where">
      {plan.unmapped.length === 0 ? (
        <p class="cluster mapping__fine">
          <Icon name="done" /> Every step under way has its place in the other version.
        </p>
      ) : (
        <p class="cluster mapping__asks">
          <Icon name="warning" /> {plan.unmapped.length === 1 ? "One step needs" : `${plan.unmapped.length} steps need`} your choice.
        </p>
      )}
      {asks.map(({ elementId, name, reason }) => (
        <label key={elementId} class="mapping__row">
          <span>
            <strong>{name}</strong>
            <span class="soft small mapping__reason">{reason}</span>
          </span>
          <Icon name="goesOn" size={14} />
          <select
            class="select"
            aria-label={`${name} goes to`}
            value={chosen[elementId] ?? ""}
            onChange={(event) => choose(elementId, event.currentTarget.value)}
          >
            <option value="">choose a step…</option>
            {steps.map((step) => (
              <option key={step.id} value={step.id}>
                {nameOf(step)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {pairs.length === 0 ? null : (
        <details class="mapping__same">
          <summary>
            {pairs.length === 1 ? "1 step goes" : `${pairs.length} steps go`} by {pairs.length === 1 ? "itself" : "themselves"}
          </summary>
          <ul>
            {pairs.map(([from, to]) => (
              <li key={from}>
                {called(steps, from)}
                {from === to ? "" : ` → ${called(steps, to)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export const nameOf = (step: DrawnStep): string =>
  step.name === "" ? `${elementWord(step.type)} (${step.id})` : `${step.name} · ${elementWord(step.type)}`;

const called = (steps: readonly DrawnStep[], id: string) => {
  const step = steps.find((one) => one.id === id);
  return step === undefined || step.name === "" ? id : step.name;
};
