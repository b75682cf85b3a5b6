import { useEffect, useState } from "preact/hooks";
import { readDifference, type Difference } from "../../api/again.ts";
import { readRun } from "../../api/runs.ts";
import type { RunStatus } from "../../api/types.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { Changes } from "./changes.tsx";
import { Sides } from "./sides.tsx";
import { StepDifferences } from "./step-differences.tsx";

const under: ReadonlySet<RunStatus> = new Set(["running", "waiting"]);

/** The second of two runs may still be under way: read again until it stands. */
const every = 2_000;

/** Two runs side by side: what is different stands out, the rest is folded. */
export function DifferenceView({ left, right }: { left: string; right: string }) {
  const [found, again] = useLoad(`${left} ${right}`, () => readDifference(left, right));
  const [run] = useLoad(left, () => readRun(left));
  const name = run.is === "here" ? (run.value.workflowName ?? run.value.workflow) : "runs";
  const open = found.is === "here" && under.has(found.value.right.status);

  useEffect(() => {
    if (!open) return;
    const timer = setInterval(again, every);
    return () => clearInterval(timer);
  }, [open, again]);

  return (
    <Frame here="runs" title={`Compare ${name}`}>
      <div class="column difference" aria-busy={found.is === "loading"}>
        {found.is === "trouble" ? <Trouble problem={found.problem} again={again} /> : null}
        {found.is === "loading" ? <Skeleton /> : null}
        {found.is === "here" ? <Both difference={found.value} /> : null}
      </div>
    </Frame>
  );
}

function Both({ difference }: { difference: Difference }) {
  const [all, setAll] = useState(false);
  const changed = difference.steps.filter(({ state }) => state !== "same").length;
  return (
    <>
      <Sides difference={difference} />
      <section class="difference__part">
        <h2>Result</h2>
        {difference.result.length === 0 ? (
          <p class="soft">Both came to the same result.</p>
        ) : (
          <Changes changes={difference.result} label="Differences of the result" />
        )}
      </section>
      <section class="difference__part">
        <div class="difference__head">
          <h2>Steps</h2>
          <span class="soft">
            {changed === 0 ? "no step is different" : `${changed} different, ${difference.steps.length - changed} the same`}
          </span>
          <label class="ask__choice">
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            Show the same ones too
          </label>
        </div>
        <StepDifferences steps={difference.steps} all={all} />
      </section>
    </>
  );
}

const Skeleton = () => (
  <>
    <span class="skeleton" />
    <span class="skeleton" />
    <span class="skeleton" />
  </>
);
