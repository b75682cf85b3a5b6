import { useCallback, useEffect, useState } from "preact/hooks";
import type { Step } from "../../api/types.ts";
import type { Mark } from "../../run/marks.ts";
import type { StepRow } from "../../run/step-tree.ts";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";

/** The step in the pane; it is in the address. J, K and Escape move it. */
export function useChosenStep(
  rows: StepRow[],
  steps: Step[],
  marks: ReadonlyMap<string, Mark>,
): [Step | undefined, (what: { step?: string; element?: string } | undefined) => void] {
  const [id, setId] = useState(idInAddress);

  useEffect(() => {
    const follow = () => setId(idInAddress());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const choose = useCallback(
    (what: { step?: string; element?: string } | undefined) => {
      const next =
        what?.step ?? (what?.element === undefined ? undefined : marks.get(what.element)?.latest.id);
      setId(next);
      history.replaceState(null, "", next === undefined ? location.pathname + location.search : `#${next}`);
    },
    [marks],
  );

  useKeys((event) => {
    if (!isBare(event)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    const at = rows.findIndex(({ step }) => step.id === id);
    if (event.key === "Escape") choose(undefined);
    else if (event.key === "j") choose(named(rows[Math.min(at + 1, rows.length - 1)]));
    else if (event.key === "k") choose(named(rows[Math.max(at - 1, 0)]));
  });

  return [steps.find((step) => step.id === id), choose];
}

const named = (row: StepRow | undefined) => (row === undefined ? undefined : { step: row.step.id });

const idInAddress = () => location.hash.slice(1) || undefined;
