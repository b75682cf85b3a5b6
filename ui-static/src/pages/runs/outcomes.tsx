import { useEffect, useState } from "preact/hooks";
import { readBatch } from "../../api/again.ts";
import type { Run } from "../../api/types.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { workflowName } from "../../run/words.ts";

/** What became of one run of many; `done` is open while it is still under way. */
export interface Outcome {
  run: Run;
  done: boolean | undefined;
  reason: string;
  /** The new run. */
  againKey?: string | undefined;
}

export interface Job {
  title: string;
  outcomes: Outcome[];
  /** A batch of runs again, whose items come bit by bit. */
  batch?: string;
}

const pollEvery = 700;

/** One line per run: did it work, and if not, why. */
export function Outcomes({ job, close }: { job: Job; close: () => void }) {
  const [outcomes, problem] = useOutcomes(job);
  const open = outcomes.filter(({ done }) => done === undefined).length;
  const worked = outcomes.filter(({ done }) => done === true).length;
  return (
    <Dialog
      title={job.title}
      wide
      close={close}
      foot={
        <button type="button" class="button button--main" onClick={close}>
          Close
        </button>
      }
    >
      <p class="outcomes__sum" role="status">
        {open > 0 ? `${outcomes.length - open} of ${outcomes.length} …` : `${worked} of ${outcomes.length} worked.`}
      </p>
      {problem === "" ? null : <p class="field__problem" role="alert">{problem}</p>}
      <ul class="outcomes">
        {outcomes.map((one) => (
          <Line key={one.run.key} outcome={one} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ outcome: { run, done, reason, againKey } }: { outcome: Outcome }) {
  const look = done === undefined ? "running" : done ? "done" : "failed";
  const word = { running: "Under way", done: "Done", failed: "Not done" }[look];
  return (
    <li class="outcomes__line">
      <span class={`status is-${done === true ? "completed" : look}`}>
        <Icon name={look} size={14} />
        {word}
      </span>
      <a class="row-link" href={`/run?key=${run.key}`}>
        {workflowName(run)} <span class="mono soft">…{run.key.slice(-6)}</span>
      </a>
      <span class="soft outcomes__reason">{reason}</span>
      {againKey === undefined ? null : <a href={`/run?key=${againKey}`}>New run</a>}
    </li>
  );
}

function useOutcomes(job: Job): [Outcome[], string] {
  const [outcomes, setOutcomes] = useState(job.outcomes);
  const [problem, setProblem] = useState("");
  const { batch } = job;
  useEffect(() => {
    if (batch === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const read = async () => {
      try {
        const again = await readBatch(batch);
        if (over) return;
        const byRun = new Map(again.items.map((item) => [item.runKey, item]));
        setOutcomes((before) =>
          before.map((one) => {
            const item = byRun.get(one.run.key);
            if (item === undefined) return one;
            const refused = item.againKey == null && (item.reason ?? "") !== "";
            const done = item.againKey == null ? (refused ? false : undefined) : true;
            return { ...one, done, reason: item.reason ?? "", againKey: item.againKey ?? undefined };
          }),
        );
        setProblem("");
        if (again.done < again.total) timer = setTimeout(() => void read(), pollEvery);
      } catch (trouble) {
        if (over) return;
        setProblem(sentence(trouble));
        timer = setTimeout(() => void read(), 4 * pollEvery);
      }
    };
    void read();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [batch]);
  return [outcomes, problem];
}
