import { useEffect, useMemo, useState } from "preact/hooks";
import type { Problem } from "../../../api/types.ts";
import type { Found } from "../../../canvas/lint/found.ts";
import { oneList } from "../../../canvas/lint/one-for-each.ts";
import type { Saving } from "../draft/draft-session.ts";
import type { Table } from "../table.ts";

/** The engine's problems and the browser's as one list, without saying anything twice. */
export function useProblems(table: Table | undefined, told: Problem[], saving: Saving): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => table?.onProblems(setFound), [table]);

  const judged = saving.is === "unchanged" || saving.is === "saved";
  return useMemo(
    () => oneList(told, found, judged, (problem) => withFixes(table, problem)),
    [table, told, found, judged],
  );
}

const withFixes = (table: Table | undefined, problem: Problem): Found =>
  table?.lint.withFixes(problem) ?? { ...problem, about: problem.about ?? "", fixes: [] };
