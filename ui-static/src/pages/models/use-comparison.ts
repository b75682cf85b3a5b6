import { useEffect, useRef, useState } from "preact/hooks";
import { askComparison, compare, type Asks, type Comparison, type ComparisonRequest } from "../../api/models.ts";

export type Comparing =
  | { is: "writing"; problem?: unknown }
  | { is: "counting" }
  /** Nothing was sent to a model yet: a person says yes to so many calls. */
  | { is: "asking"; asks: Asks }
  | { is: "running"; asks: Asks; since: number }
  | { is: "done"; result: Comparison };

/** From the prompts to the answers; leaving the page or the dialog ends what is under way. */
export function useComparison(alias: string) {
  const [state, setState] = useState<Comparing>({ is: "writing" });
  const hangUp = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => hangUp.current?.abort(), []);

  const fail = (problem: unknown) => setState({ is: "writing", problem });
  const stop = () => {
    hangUp.current?.abort();
    setState({ is: "writing" });
  };

  return {
    state,
    stop,
    count(request: ComparisonRequest) {
      setState({ is: "counting" });
      askComparison(alias, request).then((asks) => setState({ is: "asking", asks }), fail);
    },
    run(request: ComparisonRequest, asks: Asks) {
      const here = new AbortController();
      hangUp.current = here;
      setState({ is: "running", asks, since: Date.now() });
      compare(alias, { ...request, confirm: asks.calls }, here.signal).then(
        (result) => here.signal.aborted || setState({ is: "done", result }),
        (problem: unknown) => here.signal.aborted || fail(problem),
      );
    },
  };
}
