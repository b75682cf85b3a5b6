import { useState } from "preact/hooks";
import type { SideOfStep, StepDifference } from "../../api/again.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { costWords } from "../../run/costs.ts";
import { duration } from "../../run/words.ts";
import { Changes } from "./changes.tsx";

const firstSteps = 200;

const stateWord: Record<StepDifference["state"], string> = {
  same: "the same",
  changed: "different",
  onlyLeft: "only the first time",
  onlyRight: "only this time",
};

/** Step after step; runs of steps that are the same become one line. */
export function StepDifferences({ steps, all }: { steps: readonly StepDifference[]; all: boolean }) {
  const [shown, setShown] = useState(firstSteps);
  const lines = all ? steps.map((step) => [step]) : folded(steps);
  return (
    <ul class="pairs">
      {lines.slice(0, shown).map((line) => {
        const [first] = line;
        if (first === undefined) return null;
        return line.length > 1 || (!all && first.state === "same") ? (
          <li key={idOf(first)} class="pairs__same soft">
            {line.length === 1 ? "1 step is the same" : `${line.length} steps are the same`}
          </li>
        ) : (
          <Pair key={idOf(first)} step={first} />
        );
      })}
      {lines.length > shown ? (
        <li>
          <button type="button" class="button button--small" onClick={() => setShown(shown + 500)}>
            {lines.length - shown} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function Pair({ step }: { step: StepDifference }) {
  const [open, setOpen] = useState(step.state !== "same");
  const name = step.name === "" ? step.elementId : step.name;
  return (
    <li class={`pairs__one is-${step.state}`}>
      <div class="pairs__line">
        <span class="pairs__what">
          <button type="button" class="pairs__name" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? "down" : "right"} size={14} />
            <span>
              {name}
              {step.loop == null ? null : <span class="soft"> item {step.loop.index}</span>}
            </span>
          </button>
          <span class="tag">{stateWord[step.state]}</span>
        </span>
        <Facts side={step.left} />
        <Facts side={step.right} />
      </div>
      {!open ? null : step.changes.length === 0 ? (
        <p class="soft small pairs__none">
          {step.state === "same" ? "The same in both." : "No value is different."}
        </p>
      ) : (
        <Changes changes={step.changes} label={`Differences at ${name}`} />
      )}
    </li>
  );
}

function Facts({ side }: { side: SideOfStep | null | undefined }) {
  if (side == null) return <span class="pairs__facts faint">not there</span>;
  return (
    <span class="pairs__facts">
      <StatusMark status={side.status} />
      <span class="soft small">
        {side.durationMs == null ? "" : duration(side.durationMs)}
        {side.cost == null ? "" : ` · ${costWords(side.cost)}`}
      </span>
    </span>
  );
}

/** Neighbours that are the same stand together. */
export function folded(steps: readonly StepDifference[]): StepDifference[][] {
  const lines: StepDifference[][] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (step.state === "same" && last?.[0]?.state === "same") last.push(step);
    else lines.push([step]);
  }
  return lines;
}

const idOf = (step: StepDifference) => `${step.elementId} ${step.loop?.index ?? ""} ${step.state}`;
