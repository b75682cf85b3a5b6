import { useEffect, useState } from "preact/hooks";
import { readRun } from "../../api/runs.ts";
import type { RunDetails } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { stepName, workflowName } from "../../run/words.ts";
import type { OpenRun } from "./use-run-key.ts";

interface Caller {
  run: RunDetails;
  /** The step that called. */
  stepId: string;
}

/** Deeper than any workflow may call others; a circle ends here. */
const deepest = 30;

/** Which runs called this one, from the first to the last. */
export function Trail(props: {
  calledBy: { runKey: string; stepId: string } | null | undefined;
  here: string;
  open: OpenRun;
}) {
  const { calledBy, here, open } = props;
  const [callers, setCallers] = useState<Caller[]>([]);

  useEffect(() => {
    let wanted = true;
    // why nothing on trouble: the run itself is shown; only the way to it is shorter.
    callersOf(calledBy).then((found) => wanted && setCallers(found), () => undefined);
    return () => {
      wanted = false;
    };
  }, [calledBy?.runKey, calledBy?.stepId]);

  if (calledBy == null) return null;
  return (
    <nav class="trail" aria-label="Called by">
      {callers.map(({ run, stepId }) => {
        const step = run.steps.find(({ id }) => id === stepId);
        return (
          <span key={run.key} class="trail__part">
            <a
              href={`/run?key=${run.key}#${stepId}`}
              onClick={(event) => {
                event.preventDefault();
                open(run.key, stepId);
              }}
            >
              {workflowName(run)}
            </a>
            {step === undefined ? null : <span class="soft">at {stepName(step)}</span>}
            <Icon name="right" size={12} />
          </span>
        );
      })}
      <span aria-current="page">{here}</span>
    </nav>
  );
}

async function callersOf(first: { runKey: string; stepId: string } | null | undefined): Promise<Caller[]> {
  const callers: Caller[] = [];
  let at = first;
  while (at != null && callers.length < deepest) {
    const run: RunDetails = await readRun(at.runKey);
    callers.unshift({ run, stepId: at.stepId });
    at = run.calledBy;
  }
  return callers;
}
