import { ApiProblem } from "../../../api/http.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { Trouble } from "../../../panels/parts/messages.tsx";

/** Why it cannot be done, and the way that is left. */
export function Refused({ problem, runAgain }: { problem: unknown; runAgain: () => void }) {
  if (problem === undefined) return null;
  const offer = problem instanceof ApiProblem && problem.runAgain;
  return (
    <>
      <Trouble problem={problem} />
      {offer ? (
        <div class="notice" role="note">
          <Icon name="replay" />
          <div class="notice__body">
            <span>
              Running it again from the step where it stands does the same: what was done before is
              answered from the record, and nothing is sent twice.
            </span>
            <span class="cluster notice__actions">
              <button type="button" class="button button--small button--main" onClick={runAgain}>
                Run again instead
              </button>
            </span>
          </div>
        </div>
      ) : null}
    </>
  );
}
