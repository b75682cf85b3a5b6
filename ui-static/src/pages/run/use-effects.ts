import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { listEffects, type Effect } from "../../api/repair.ts";

/** What the run did outside; read again whenever `when` changes. Trouble other than a missing ledger shows. */
export function useEffects(runKey: string, when: string): [Effect[], () => void, unknown] {
  const [effects, setEffects] = useState<Effect[]>([]);
  const [problem, setProblem] = useState<unknown>();

  const read = useCallback(() => {
    listEffects(runKey).then(
      (found) => (setEffects(found), setProblem(undefined)),
      (trouble: unknown) => {
        if (!(trouble instanceof ApiProblem && trouble.status === 404)) setProblem(trouble);
      },
    );
  }, [runKey]);

  useEffect(read, [read, when]);
  return [effects, read, problem];
}
