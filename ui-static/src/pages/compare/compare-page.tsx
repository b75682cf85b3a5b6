import { Frame } from "../../panels/frame/frame.tsx";
import { parameter } from "../../panels/frame/show.tsx";
import { Empty } from "../../panels/parts/messages.tsx";
import { BatchView } from "./batch.tsx";
import { DifferenceView } from "./difference.tsx";

/** Two runs side by side, or what became of many that were run again. */
export function ComparePage() {
  const batch = parameter("batch");
  const run = parameter("run");
  const other = parameter("with");
  if (batch !== undefined) return <BatchView batch={batch} />;
  if (run !== undefined && other !== undefined) return <DifferenceView left={run} right={other} />;
  return (
    <Frame here="runs" title="Compare">
      <Empty
        icon="compare"
        title="Nothing to compare"
        actions={
          <a class="button button--main" href="/runs">
            To the runs
          </a>
        }
      >
        Open a run, choose “Run again”, change one thing, and both stand side by side here.
      </Empty>
    </Frame>
  );
}
