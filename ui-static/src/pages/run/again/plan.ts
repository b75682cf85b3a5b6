import type { Again, AgainVersion, Change } from "../../../api/again.ts";
import type { Step, Variables } from "../../../api/types.ts";
import type { Effect } from "../../../api/repair.ts";
import { isLoopFrame } from "../../../run/marks.ts";
import { isOver } from "../../../run/run-state.ts";
import { stepName } from "../../../run/words.ts";

/** What a person has chosen so far. */
export interface Plan {
  from: Step | undefined;
  version: AgainVersion;
  what: What;
  /** The step whose input or model changes. */
  elementId: string;
  values: Variables;
  model: string;
}

export type What = "nothing" | "values" | "inputs" | "model";

export function againOf(plan: Plan): Again {
  const change = changeOf(plan);
  return {
    from: plan.from === undefined ? null : { stepId: plan.from.id },
    version: plan.version,
    ...(change === undefined ? {} : { change }),
  };
}

export function changeOf({ what, elementId, values, model }: Plan): Change | undefined {
  switch (what) {
    case "nothing":
      return undefined;
    case "values":
      return { variables: values };
    case "inputs":
      return { inputs: { [elementId]: values } };
    case "model":
      return { models: { [elementId]: model } };
  }
}

/** What is missing before it can start, or undefined. */
export function missing(plan: Plan): string | undefined {
  switch (plan.what) {
    case "nothing":
      return undefined;
    case "model":
      return plan.elementId !== "" && plan.model !== "" ? undefined : "Choose the step and its model.";
    case "inputs":
    case "values":
      return Object.keys(plan.values).length > 0 ? undefined : "Change one of the values.";
  }
}

const groups = new Set(["process", "sequenceFlow", "multiInstanceBody"]);

/** Steps at which a run can begin again. */
export const canBegin = (step: Step): boolean => !groups.has(step.type) && !isLoopFrame(step);

export interface RealStep {
  name: string;
  /** It called somebody outside the first time. */
  outside: boolean;
}

/** What runs for real this time: the chosen step and all that was not done before it. */
export function realSteps(
  steps: readonly Step[],
  effects: readonly Effect[],
  from: Step | undefined,
): RealStep[] {
  const begun = from === undefined ? "" : from.startedAt;
  const real = steps.filter(
    (step) =>
      step.connector != null &&
      (from === undefined || step.id === from.id || step.startedAt >= begun || !isOver(step)),
  );
  const names = new Map<string, boolean>();
  for (const step of real) {
    const called = effects.some(({ elementId }) => elementId === step.elementId);
    const name = stepName(step);
    names.set(name, called || names.get(name) === true);
  }
  return [...names].map(([name, outside]) => ({ name, outside }));
}

/** One of each element, in the order in which they began. */
export function elementsOf(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter((step) => {
    if (seen.has(step.elementId)) return false;
    seen.add(step.elementId);
    return true;
  });
}
