import { useEffect, useRef, useState } from "preact/hooks";
import { migrateRun, type Migration } from "../../../api/repair.ts";
import { versionDiagram } from "../../../api/runs.ts";
import { readWorkflow } from "../../../api/workflows.ts";
import type { Run } from "../../../api/types.ts";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { relative } from "../../../run/words.ts";
import { stepsInDiagram } from "../../../run/diagram-steps.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { Mapping } from "./mapping.tsx";
import { Refused } from "./refused.tsx";
import { useAct } from "./use-act.ts";

interface Props {
  run: Run;
  close: () => void;
  changed: () => void;
  runAgain: () => void;
}

/** Moves a run to another version: first a rehearsal that says what would go where. */
export function MigrateDialog({ run, close, changed, runAgain }: Props) {
  const [workflow] = useLoad(run.workflow, () => readWorkflow(run.workflow));
  const versions =
    workflow.is === "here" ? workflow.value.versions.filter(({ version }) => version !== run.version) : [];
  const [wanted, setWanted] = useState<number>();
  const version = wanted ?? Math.max(0, ...versions.map((one) => one.version));
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const key = `${version} ${JSON.stringify(mapping)}`;
  const [rehearsal] = useLoad(key, async () =>
    version === 0 ? undefined : migrateRun(run.key, { version, mapping, dryRun: true }),
  );
  const [drawn] = useLoad(`${version}`, async () =>
    version === 0 ? [] : stepsInDiagram(await versionDiagram(run.workflow, version)),
  );
  const [shown, setShown] = useState(rehearsal);
  useEffect(() => {
    // why: while the next rehearsal is under way, the list stays where it is.
    if (rehearsal.is !== "loading") setShown(rehearsal);
  }, [rehearsal]);
  const { busy, problem, act } = useAct(() => (changed(), close()));
  const plan = shown.is === "here" ? shown.value : undefined;
  const asks = useAsked(version, plan?.unmapped ?? []);

  return (
    <AskDialog
      title="Move to another version"
      act={version === 0 ? "Move" : `Move to v${version}`}
      wide
      ready={!busy && plan !== undefined && rehearsal.is === "here"}
      close={close}
      go={() => act(migrateRun(run.key, { version, mapping }), `The run goes on in version ${version}.`)}
    >
      <Refused problem={problem ?? (rehearsal.is === "trouble" ? rehearsal.problem : undefined)} runAgain={runAgain} />
      {workflow.is === "trouble" ? <Trouble problem={workflow.problem} /> : null}
      {workflow.is === "here" && versions.length === 0 ? (
        <p>
          There is no other version of this workflow yet. Publish one in the designer, then move the
          run to it.
        </p>
      ) : (
        <>
          <label class="field field--line">
            <span class="field__label">From v{run.version} to</span>
            <select
              class="select"
              aria-label="To which version"
              value={version}
              onChange={(event) => {
                setWanted(Number(event.currentTarget.value));
                setMapping({});
                setShown({ is: "loading" });
              }}
            >
              {versions.map((one) => (
                <option key={one.version} value={one.version}>
                  v{one.version}, published {relative(one.publishedAt, Date.now())}
                </option>
              ))}
            </select>
          </label>
          {plan === undefined ? (
            shown.is === "loading" ? <Rehearsing /> : null
          ) : (
            <Mapping
              plan={plan}
              asks={asks}
              chosen={mapping}
              steps={drawn.is === "here" ? drawn.value : []}
              choose={(from, to) => setMapping(withChoice(mapping, from, to))}
            />
          )}
        </>
      )}
    </AskDialog>
  );
}

/** What has found its place keeps its line, so that the choice can be changed. */
function useAsked(version: number, unmapped: Migration["unmapped"]): Migration["unmapped"] {
  const asked = useRef({ version, all: unmapped });
  const before = asked.current.version === version ? asked.current.all : [];
  const fresh = unmapped.filter(({ elementId }) => !before.some((one) => one.elementId === elementId));
  asked.current = { version, all: [...before, ...fresh] };
  return asked.current.all;
}

function withChoice(mapping: Record<string, string>, from: string, to: string): Record<string, string> {
  const { [from]: _, ...rest } = mapping;
  return to === "" ? rest : { ...rest, [from]: to };
}

const Rehearsing = () => (
  <div aria-busy="true" class="ask__skeletons">
    <span class="skeleton" />
    <span class="skeleton" />
    <span class="skeleton" />
  </div>
);
