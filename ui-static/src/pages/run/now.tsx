import type { Effect } from "../../api/repair.ts";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import type { RunState } from "../../run/run-state.ts";
import { waitsOf, type Wait } from "../../run/waits.ts";
import { tail, type Written } from "../../run/written.ts";
import type { OpenRun } from "./use-run-key.ts";

const icons: Record<Wait["kind"], IconName> = {
  timer: "timer",
  message: "inbox",
  person: "person",
  backoff: "retry",
  incident: "failed",
  unsure: "help",
  job: "running",
  broker: "warning",
  workflow: "workflows",
  work: "running",
  over: "done",
};

const few = 4;

/** Characters; about two lines. */
const glimpse = 200;

interface Props {
  state: RunState;
  writing: ReadonlyMap<string, Written>;
  effects: readonly Effect[];
  choose: (what: { step: string }) => void;
  open: OpenRun;
}

/** What the run waits for or does, in words: the first thing that is read on the page. */
export function Now({ state, writing, effects, choose, open }: Props) {
  const now = useNow();
  const waits = waitsOf(state, effects, now);
  const [first, ...others] = waits;
  if (first === undefined || state.run === undefined) return null;
  const several = waits.filter(({ kind }) => kind === "incident").length > 1;
  return (
    <section class={`now is-${lookOf(first, state)}`} aria-label="What the run is doing">
      <Line wait={first} runKey={state.run.key} mends={several} choose={choose} open={open} />
      <Writing written={writing.get(first.stepId ?? "")} />
      {others.length === 0 ? null : (
        <ul class="now__others">
          {others.slice(0, few).map((wait) => (
            <li key={`${wait.kind} ${wait.stepId ?? ""}`}>
              <Line wait={wait} runKey={state.run?.key ?? ""} mends={several} choose={choose} open={open} />
              <Writing written={writing.get(wait.stepId ?? "")} />
            </li>
          ))}
          {others.length > few ? <li class="soft">and {others.length - few} more</li> : null}
        </ul>
      )}
    </section>
  );
}

/** The last words of what a step writes, as they come. */
const Writing = ({ written }: { written: Written | undefined }) =>
  written === undefined ? null : <p class="now__writing">{tail(written, glimpse)}</p>;

function lookOf({ kind }: Wait, { run }: RunState): string {
  if (kind === "incident") return "failed";
  if (kind === "over") return run?.status ?? "completed";
  return kind === "work" || kind === "job" ? "running" : "waiting";
}

interface LineProps {
  wait: Wait;
  runKey: string;
  /** One alone has its button in the title row. */
  mends: boolean;
  choose: Props["choose"];
  open: OpenRun;
}

function Line({ wait, runKey, mends, choose, open }: LineProps) {
  const { stepId, incidentKey, runKey: called } = wait;
  return (
    <div class="now__line">
      <Icon name={icons[wait.kind]} size={18} />
      <p class="now__text">
        {wait.name === "" ? null : stepId === undefined ? (
          <strong>{wait.name}</strong>
        ) : (
          <button type="button" class="now__step" onClick={() => choose({ step: stepId })}>
            {wait.name}
          </button>
        )}
        {wait.name === "" ? <strong class="now__plain">{wait.text}</strong> : <span>{lead(wait)}{wait.text}</span>}
      </p>
      {incidentKey === undefined || !mends ? null : (
        <a class="button button--small" href={incidentHref(incidentKey, runKey)}>
          <Icon name="mend" size={14} /> Mend it
        </a>
      )}
      {wait.kind === "person" && stepId !== undefined ? (
        <a class="button button--small" href={`/task?step=${encodeURIComponent(stepId)}`}>
          Open the task
        </a>
      ) : null}
      {called === undefined ? null : (
        <button type="button" class="button button--small" onClick={() => open(called)}>
          Open its run
        </button>
      )}
    </div>
  );
}

/** "Approve waits for …", "Get the article: needs repair, …". */
const lead = ({ kind, text }: Wait) =>
  kind === "incident" ? ": " : /^(until|for)\b/i.test(text) ? " waits " : ": ";

export const incidentHref = (incident: string, run: string): string =>
  `/incident?key=${encodeURIComponent(incident)}&run=${encodeURIComponent(run)}`;
