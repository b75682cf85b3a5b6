import { useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { completeStep, readStep, type PersonStep } from "../../api/tasks.ts";
import { Fields } from "../../panels/form/fields.tsx";
import { NotSent } from "../../panels/form/not-sent.tsx";
import { Frame } from "../../panels/frame/frame.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { Over } from "./over.tsx";

/** A step for a person: what it asks, and the answer to it. */
export function TaskPage({ step }: { step: string }) {
  const [loaded, again] = useLoad(step, () => readStep(step));
  const here = loaded.is === "here" ? loaded.value : undefined;
  return (
    <Frame
      here="runs"
      title={here?.name ?? "Step"}
      beside={here === undefined ? null : <OfRun step={here} />}
    >
      <div class="task">
        {loaded.is === "loading" ? <Skeleton /> : null}
        {loaded.is === "trouble" ? <NoStep problem={loaded.problem} again={again} /> : null}
        {here === undefined ? null : <Asked step={here} again={again} />}
      </div>
    </Frame>
  );
}

function OfRun({ step }: { step: PersonStep }) {
  return (
    <span class="soft small">
      <a href={`/run?key=${encodeURIComponent(step.runKey)}`}>{step.workflowName}</a>
    </span>
  );
}

type State = "filling" | "sending" | "done" | { problem: unknown };

function Asked({ step, again }: { step: PersonStep; again: () => void }) {
  const [state, setState] = useState<State>("filling");
  const send = (values: object) => {
    setState("sending");
    completeStep(step.stepId, values).then(
      () => setState("done"),
      (problem: unknown) => {
        setState({ problem });
        if (isOver(problem)) again();
      },
    );
  };

  if (state === "done") return <Over step={{ ...step, status: "completed" }} mine />;
  if (step.status !== "open") return <Over step={step} />;
  return (
    <div class="task__card">
      {step.form === null ? (
        <NoForm sending={state === "sending"} send={send} />
      ) : (
        <Fields
          schema={step.form}
          values={step.values}
          sending={state === "sending"}
          send={send}
        />
      )}
      {typeof state === "object" ? <NotSent problem={state.problem} /> : null}
    </div>
  );
}

/** Somebody else was first, or nobody is asked any more. */
const isOver = (problem: unknown) =>
  problem instanceof ApiProblem && (problem.status === 409 || problem.status === 410);

function NoForm({ sending, send }: { sending: boolean; send: (values: object) => void }) {
  return (
    <>
      <p class="soft">The step asks for nothing but that somebody says it is done.</p>
      <button
        type="button"
        class="button button--main"
        disabled={sending}
        onClick={() => send({})}
      >
        {sending ? "Sending…" : "It is done"}
      </button>
    </>
  );
}

function NoStep({ problem, again }: { problem: unknown; again: () => void }) {
  if (problem instanceof ApiProblem && problem.status === 404) {
    return (
      <Empty icon="alert" title="There is no such step">
        The link may be cut short, or the run is no longer kept.
      </Empty>
    );
  }
  return <Trouble problem={problem} again={again} />;
}

function Skeleton() {
  return (
    <div class="task__card" aria-hidden="true">
      {[40, 90, 90, 60].map((width, row) => (
        <span key={row} class="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
