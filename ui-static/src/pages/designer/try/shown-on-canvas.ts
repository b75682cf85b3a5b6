import { ApiProblem } from "../../../api/http.ts";
import { toast } from "../../../panels/parts/toasts.tsx";
import { problemsIn } from "../publish-problems.ts";
import type { Desk } from "../use-designer.ts";

/** The problems of a draft stand at its steps; false when it is something else. */
export function shownOnCanvas(problem: unknown, desk: Desk): boolean {
  const found = problem instanceof ApiProblem && problem.status === 422 ? problemsIn(problem, desk.problems) : [];
  const first = found.find(({ elementId }) => elementId != null && desk.table?.has(elementId) === true);
  if (first?.elementId == null) return false;
  desk.setProblems(found);
  desk.select(first.elementId);
  const text = found.length === 1 ? first.message : `${found.length} things are to mend before the draft can run.`;
  toast({ text, failed: true });
  return true;
}
