import { useState } from "preact/hooks";
import { modifyRun } from "../../../api/repair.ts";
import { runDiagram } from "../../../api/runs.ts";
import type { Run, Step, Variables } from "../../../api/types.ts";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { noEdits, ValueEditor } from "../../../panels/values/value-editor.tsx";
import { stepsInDiagram } from "../../../run/diagram-steps.ts";
import type { Mark } from "../../../run/marks.ts";
import { Diagram } from "../diagram.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { nameOf } from "./mapping.tsx";
import { canStop, groupsFor, scopeFor, stoppable, type Named } from "./jump.ts";
import { Refused } from "./refused.tsx";
import { useAct } from "./use-act.ts";

interface Props {
  run: Run;
  /** In their order, with words that tell two passes apart. */
  steps: readonly Named[];
  first: Step | undefined;
  marks: ReadonlyMap<string, Mark>;
  variables: Variables;
  close: () => void;
  changed: () => void;
  runAgain: () => void;
}

/** Stops a step that is under way and begins at another one, chosen on the drawing. */
export function ModifyDialog(props: Props) {
  const { run, steps, first, marks, variables, close, changed, runAgain } = props;
  const active = stoppable(steps);
  const [stopped, setStopped] = useState<ReadonlySet<string>>(
    () => new Set(first !== undefined && canStop(first) ? [first.id] : active.slice(0, 1).map(({ step }) => step.id)),
  );
  const [target, setTarget] = useState<string>();
  const [group, setGroup] = useState<string>();
  const [edits, setEdits] = useState(noEdits);
  const [trouble, setTrouble] = useState<unknown>();
  const [drawn] = useLoad(run.key, async () => stepsInDiagram(await runDiagram(run)));
  const { busy, problem, act } = useAct(() => (changed(), close()));
  const drawing = drawn.is === "here" ? drawn.value : [];
  const chosen = drawing.find(({ id }) => id === target);
  const groups = groupsFor(chosen, steps);
  const scope = groups.find(({ step }) => step.id === group) ?? scopeFor(groups, stopped, steps);

  const go = () => {
    if (target === undefined) return;
    const inStep = scope === undefined ? {} : { inStep: scope.step.id };
    const some = Object.keys(edits.changed).length > 0;
    const change = {
      terminate: [...stopped],
      activate: [{ elementId: target, ...inStep }],
      ...(some ? { variables: edits.changed } : {}),
    };
    act(modifyRun(run.key, change), "The run goes on at the step that you chose.");
  };

  return (
    <AskDialog
      title="Stop a step, begin at another"
      act="Begin there"
      wide
      ready={!busy && target !== undefined && edits.ok}
      close={close}
      go={go}
    >
      <Refused problem={problem ?? trouble} runAgain={runAgain} />
      <fieldset class="ask__choices">
        <legend class="field__label">Stop</legend>
        {active.length === 0 ? <p class="soft">Nothing is under way.</p> : null}
        {active.map(({ step, words }) => (
          <label key={step.id} class="ask__choice">
            <input
              type="checkbox"
              checked={stopped.has(step.id)}
              onChange={() => setStopped(toggled(stopped, step.id))}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <span class="field__label">Begin at: click a step, or choose its name</span>
        <div class="ask__diagram">
          <Diagram
            run={run}
            marks={marks}
            chosen={target}
            choose={(what) => setTarget(what?.element)}
            trouble={setTrouble}
          />
        </div>
        <select
          class="select"
          aria-label="Begin at"
          value={target ?? ""}
          onChange={(event) => setTarget(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
        >
          <option value="">choose a step…</option>
          {drawing.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </div>
      {groups.length > 1 ? (
        <label class="field field--line">
          <span class="field__label">In which one</span>
          <select class="select" value={scope?.step.id} onChange={(event) => setGroup(event.currentTarget.value)}>
            {groups.map(({ step, words }) => (
              <option key={step.id} value={step.id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <details>
        <summary>Change values on the way</summary>
        <ValueEditor values={variables} change={setEdits} />
      </details>
    </AskDialog>
  );
}

function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
