import { ApiProblem } from "../../api/http.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { OneRun } from "./one-run.tsx";
import { useRun } from "./use-run.ts";
import { useRunKey, type OpenRun } from "./use-run-key.ts";

export function RunPage() {
  const [key, open] = useRunKey();
  return key === undefined ? (
    <Frame here="runs" title="Run">
      <NoRun />
    </Frame>
  ) : (
    <KnownOrNot key={key} runKey={key} open={open} />
  );
}

function KnownOrNot({ runKey, open }: { runKey: string; open: OpenRun }) {
  const live = useRun(runKey);
  const { problem } = live;
  if (live.state.run !== undefined || problem === undefined) {
    return <OneRun runKey={runKey} live={live} open={open} />;
  }
  return (
    <Frame here="runs" title="Run">
      {problem instanceof ApiProblem && problem.status === 404 ? (
        <NoRun />
      ) : (
        <div class="column">
          <Trouble problem={problem} again={live.again} />
        </div>
      )}
    </Frame>
  );
}

function NoRun() {
  return (
    <Empty
      icon="activity"
      title="There is no such run"
      actions={
        <a class="button button--main" href="/runs">
          To the runs
        </a>
      }
    >
      The link may be mistyped, or the run began a moment ago and is not in the history yet.
    </Empty>
  );
}
