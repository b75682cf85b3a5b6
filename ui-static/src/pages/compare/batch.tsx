import { useEffect } from "preact/hooks";
import { readBatch, type Batch, type BatchItem } from "../../api/again.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { SkeletonRows, Trouble } from "../../panels/parts/messages.tsx";
import { StatusMark } from "../../panels/parts/status.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { shortKey } from "../../run/event-words.ts";
import { isStatus } from "../../run/words.ts";

const every = 1_000;

/** Many runs that were run again: how far they are, which came to another result. */
export function BatchView({ batch }: { batch: string }) {
  const [found, again] = useLoad(batch, () => readBatch(batch));
  const known = found.is === "here" ? found.value : undefined;
  const over = known !== undefined && known.done >= known.total;

  useEffect(() => {
    if (over || known === undefined) return;
    const timer = setTimeout(again, every);
    return () => clearTimeout(timer);
  }, [known, over, again]);

  return (
    <Frame here="runs" title="Run again, many at once">
      <div class="column batch">
        {found.is === "trouble" ? <Trouble problem={found.problem} again={again} /> : null}
        {known === undefined ? null : <Summary batch={known} />}
        {found.is === "trouble" ? null : (
          <table class="table" aria-label="Runs" aria-busy={known === undefined}>
            <thead>
              <tr>
                <th>The first time</th>
                <th>Again</th>
                <th>Status</th>
                <th>Result</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {known === undefined ? (
                <SkeletonRows columns={5} />
              ) : (
                known.items.map((item) => <Line key={item.runKey} item={item} />)
              )}
            </tbody>
          </table>
        )}
      </div>
    </Frame>
  );
}

function Summary({ batch: { items, done, total } }: { batch: Batch }) {
  const same = items.filter((item) => item.same === true).length;
  const other = items.filter((item) => item.same === false).length;
  return (
    <div class="batch__summary" role="status">
      <progress max={total} value={done} aria-label="Done" />
      <span>
        <strong>
          {done} of {total}
        </strong>{" "}
        done: {same} with the same result, {other} with another one
        {total - done > 0 ? `, ${total - done} under way` : ""}
      </span>
    </div>
  );
}

function Line({ item }: { item: BatchItem }) {
  const { runKey, againKey, status, reason, same } = item;
  return (
    <tr>
      <td>
        <a href={`/run?key=${encodeURIComponent(runKey)}`}>{shortKey(runKey)}</a>
      </td>
      <td>
        {againKey == null ? "–" : <a href={`/run?key=${encodeURIComponent(againKey)}`}>{shortKey(againKey)}</a>}
      </td>
      <td>{isStatus(status) ? <StatusMark status={status} /> : <span class="status">{status}</span>}</td>
      <td class={reason == null ? "" : "batch__reason"}>
        {reason ?? <Same same={same} />}
      </td>
      <td>
        {againKey == null ? null : (
          <a href={`/compare?run=${encodeURIComponent(runKey)}&with=${encodeURIComponent(againKey)}`}>Compare</a>
        )}
      </td>
    </tr>
  );
}

function Same({ same }: { same: boolean | null | undefined }) {
  if (same == null) return <>–</>;
  return (
    <span class="cluster">
      <Icon name={same ? "done" : "compare"} size={14} /> {same ? "the same" : "another one"}
    </span>
  );
}
