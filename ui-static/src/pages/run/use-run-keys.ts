import { useRef } from "preact/hooks";
import type { Run, Step } from "../../api/types.ts";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";
import { usePageCommands } from "../../panels/palette/page-commands.ts";
import type { Command } from "../../panels/palette/commands.ts";
import { hasEnded } from "../../run/run-state.ts";
import { stepName } from "../../run/words.ts";
import type { Asking } from "./asking.tsx";
import { incidentHref } from "./now.tsx";

type Doing = Command & { key: string };

/** What can be done with the run by keys and in the palette. */
export function useRunKeys(
  run: Run | undefined,
  step: Step | undefined,
  incident: string | undefined,
  ask: (what: Asking) => void,
): void {
  const latest = useRef<Doing[]>([]);
  latest.current = run === undefined ? [] : doings(run, step, incident, ask);
  usePageCommands(() => latest.current);

  useKeys((event) => {
    if (!isBare(event)) return;
    if (document.querySelector("[role=dialog], [role=menu]") !== null) return;
    const doing = latest.current.find(({ key }) => key === event.key);
    if (doing === undefined) return;
    event.preventDefault();
    doing.act();
  });
}

function doings(
  run: Run,
  step: Step | undefined,
  incident: string | undefined,
  ask: (what: Asking) => void,
): Doing[] {
  const doing = (key: string, icon: Command["icon"], label: string, act: () => void): Doing => ({
    key,
    group: "This run",
    icon,
    label,
    hint: key === key.toUpperCase() ? `Shift ${key}` : key.toUpperCase(),
    act,
  });
  const all = [doing("a", "replay", "Run it again…", () => ask({ what: "again" }))];
  if (step !== undefined) {
    all.push(doing("A", "replay", `Run again from ${stepName(step)}…`, () => ask({ what: "again", step })));
  }
  if (incident !== undefined) {
    all.push(doing("m", "mend", "Mend what failed", () => location.assign(incidentHref(incident, run.key))));
  }
  if (!hasEnded(run)) {
    all.push(
      doing("v", "edit", "Change values…", () => ask({ what: "values", step })),
      doing("b", "jump", "Stop a step, begin at another…", () => ask({ what: "modify", step })),
      doing("x", "ban", "Cancel this run…", () => ask({ what: "cancel" })),
    );
    if (run.version > 0) {
      all.push(doing("n", "publish", "Move to another version…", () => ask({ what: "migrate" })));
    }
  }
  return all;
}
