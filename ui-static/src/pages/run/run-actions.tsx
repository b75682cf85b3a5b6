import { exportHref } from "../../api/runs.ts";
import type { Run, Step } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Menu, type MenuItem } from "../../panels/parts/menu.tsx";
import { hasEnded } from "../../run/run-state.ts";
import type { Asking } from "./asking.tsx";
import { canBegin } from "./again/plan.ts";
import { canStop } from "./repair/jump.ts";
import { incidentHref } from "./now.tsx";
import { retryAll } from "./retry.ts";

interface Props {
  run: Run;
  incidents: string[];
  ask: (what: Asking) => void;
  changed: () => void;
}

/** Mend what failed, run again, everything else. */
export function RunActions({ run, incidents, ask, changed }: Props) {
  const [first] = incidents;
  return (
    <>
      {first === undefined ? null : (
        <a class="button button--main" href={incidentHref(first, run.key)}>
          <Icon name="mend" size={14} /> Mend it
        </a>
      )}
      {incidents.length > 1 ? (
        <button type="button" class="button" onClick={() => void retryAll(incidents, changed)}>
          <Icon name="retry" size={14} /> Try all {incidents.length} again
        </button>
      ) : null}
      <Menu
        label="Run again"
        items={[
          {
            icon: "replay",
            label: "With the same input…",
            help: "From the start or from a step, in any version, with one thing changed.",
            act: () => ask({ what: "again" }),
          },
          {
            icon: "run",
            label: "With values of my own…",
            help: "A new run of the newest version.",
            act: () => ask({ what: "new" }),
          },
        ]}
      />
      {hasEnded(run) ? null : (
        <button type="button" class="button button--danger" onClick={() => ask({ what: "cancel" })}>
          Cancel
        </button>
      )}
      <Menu look="icon" name="More about this run" label={<Icon name="more" />} items={more(run, ask)} />
    </>
  );
}

function more(run: Run, ask: Props["ask"]): MenuItem[] {
  const over = hasEnded(run);
  const go = (address: string) => () => location.assign(address);
  return [
    { icon: "edit", label: "Change values…", disabled: over, act: () => ask({ what: "values" }) },
    { icon: "publish", label: "Move to another version…", disabled: over || run.version === 0, act: () => ask({ what: "migrate" }) },
    { icon: "jump", label: "Stop a step, begin at another…", disabled: over, act: () => ask({ what: "modify" }) },
    { icon: "workflows", label: "Open in designer", act: go(`/designer?workflow=${encodeURIComponent(run.workflow)}`) },
    { icon: "download", label: "Download the whole run", act: go(exportHref(run.key)) },
  ];
}

/** What can be done from one step. */
export function stepActions(run: Run, step: Step, ask: Props["ask"]): MenuItem[] {
  const over = hasEnded(run);
  return [
    {
      icon: "replay",
      label: "Run again from here…",
      help: "Everything before it is answered from the record.",
      disabled: !canBegin(step),
      act: () => ask({ what: "again", step }),
    },
    {
      icon: "edit",
      label: "Change values here…",
      disabled: over || !canStop(step),
      act: () => ask({ what: "values", step }),
    },
    {
      icon: "jump",
      label: "Stop it, begin at another…",
      disabled: over || !canStop(step),
      act: () => ask({ what: "modify", step }),
    },
  ];
}
