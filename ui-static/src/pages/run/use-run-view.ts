import { useMemo, useState } from "preact/hooks";
import type { Step } from "../../api/types.ts";
import { marksOf } from "../../run/marks.ts";
import { itemsOf, placesOf, placeWords, type Place } from "../../run/places.ts";
import { stepsInOrder, type RunState } from "../../run/run-state.ts";
import { stepRows } from "../../run/step-tree.ts";
import { stepName } from "../../run/words.ts";
import type { Named } from "./repair/jump.ts";

/** What the page shows of a run, computed once per change. */
export function useRunView(state: RunState) {
  const steps = useMemo(() => stepsInOrder(state), [state.steps]);
  const marks = useMemo(() => marksOf(state), [state.steps, state.run?.status]);
  const items = useMemo(() => itemsOf(steps, state.steps), [steps, state.steps]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => stepRows(steps, toggled), [steps, toggled]);
  const named = useMemo<Named[]>(
    () =>
      steps.map((step) => {
        const places = placeWords(placesOf(step, state.steps, items));
        return { step, words: places === "" ? stepName(step) : `${stepName(step)}, ${places}` };
      }),
    [steps, state.steps, items],
  );
  const incidents = useMemo(() => steps.flatMap(incidentOf), [steps]);

  return {
    steps,
    marks,
    rows,
    named,
    incidents,
    places: (step: Step): Place[] => placesOf(step, state.steps, items),
    toggle: setToggled,
  };
}

const incidentOf = ({ status, error }: Step): string[] =>
  status === "failed" && error?.incidentKey !== undefined ? [error.incidentKey] : [];

/** The set with an item, or without it when it was there. */
export function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
