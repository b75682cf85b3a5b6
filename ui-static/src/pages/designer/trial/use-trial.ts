import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem } from "../../../api/http.ts";
import { tryStep, type Trial } from "../../../api/trials.ts";
import type { Variables } from "../../../api/types.ts";
import type { Desk } from "../use-designer.ts";

export type Trying =
  | { is: "ready" }
  | { is: "busy"; since: string }
  | { is: "done"; trial: Trial; values: Variables }
  | { is: "trouble"; problem: unknown };

const ready: Trying = { is: "ready" };

/** Tries a step of the draft as it is drawn now. Leaving ends what is under way. */
export function useTrial(desk: Desk, element: string) {
  const [trying, setTrying] = useState<Trying>(ready);
  const under = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => under.current?.abort(), []);

  const go = async (values: Variables, confirm?: string) => {
    if (trying.is === "busy") return;
    const control = new AbortController();
    under.current = control;
    setTrying({ is: "busy", since: new Date().toISOString() });
    try {
      await desk.table?.handOver();
      if (!(await desk.session.flush())) throw new Error("The draft is not saved yet, so it cannot be tried.");
      const trial = await tryStep(desk.workflow, element, { variables: values, confirm }, control.signal);
      if (!control.signal.aborted) setTrying({ is: "done", trial, values });
    } catch (problem) {
      if (!control.signal.aborted) setTrying({ is: "trouble", problem: roleIn(problem) });
    }
  };
  const cancel = () => {
    under.current?.abort();
    setTrying(ready);
  };
  return { trying, go: (values: Variables, confirm?: string) => void go(values, confirm), cancel, reset: () => setTrying(ready) };
}

const roleIn = (problem: unknown) =>
  problem instanceof ApiProblem && problem.status === 403
    ? new ApiProblem(403, "You may look at this workflow, and not try its steps.", { hint: problem.message })
    : problem;
