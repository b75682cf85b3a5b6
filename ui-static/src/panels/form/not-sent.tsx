import { ApiProblem } from "../../api/http.ts";
import { Icon } from "../parts/icon.tsx";
import { Trouble } from "../parts/messages.tsx";

/** The labels are in the messages already, so the fields' keys are left out. */
export function NotSent({ problem }: { problem: unknown }) {
  if (!(problem instanceof ApiProblem) || problem.errors.length === 0) {
    return <Trouble problem={problem} />;
  }
  return (
    <div class="notice is-failed" role="alert">
      <Icon name="alert" />
      <div class="notice__body">
        <strong>{problem.message}</strong>
        {problem.errors.map((error) => (
          <span key={error.path + error.message}>{error.message}</span>
        ))}
      </div>
    </div>
  );
}
