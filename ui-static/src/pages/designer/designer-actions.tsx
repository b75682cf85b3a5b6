import { useEffect, useState } from "preact/hooks";
import { useKeys } from "../../panels/parts/use-keys.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { RunDialog } from "../../panels/run-dialog/run-dialog.tsx";
import { StaleBase } from "./stale-base.tsx";
import { usePublish } from "./use-publish.ts";
import type { Listens } from "./listen/use-listening.ts";
import { TryDialog } from "./try/try-dialog.tsx";
import type { Trying } from "./try/use-trying.ts";
import { MoreMenu, RunMenu } from "./designer-menus.tsx";
import type { Desk } from "./use-designer.ts";

interface Props {
  desk: Desk;
  workflow: string;
  listening: Listens;
  trying: Trying;
}

/** Undo, redo, run, listen and publish; what is rarer is under “More”. */
export function DesignerActions({ desk, workflow, listening, trying }: Props) {
  const [running, setRunning] = useState(false);
  const [asking, setAsking] = useState(false);
  const { state, publish, close } = usePublish(desk, workflow);
  const changed = desk.saving.is !== "unchanged";

  useKeys((event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    if (event.shiftKey) setAsking(true);
    else void publish();
  });

  return (
    <>
      <UndoRedo desk={desk} />
      <button
        type="button"
        class="icon-button"
        aria-label="Settings of the selection or the workflow"
        title="Settings"
        aria-pressed={desk.panelShown}
        onClick={() => desk.showPanel(!desk.panelShown)}
      >
        <Icon name="settings" />
      </button>
      <MoreMenu desk={desk} workflow={workflow} />
      <RunMenu
        listening={listening}
        hooked={desk.table?.run.starts.some(({ kind }) => kind === "webhook") ?? false}
        tryDraft={() => setAsking(true)}
        version={desk.version}
        run={() => setRunning(true)}
      />
      <button
        type="button"
        class="button button--main"
        disabled={state === "publishing"}
        title="Ctrl Enter"
        onClick={() => void publish()}
      >
        {state === "publishing" ? "Publishing…" : "Publish"}
      </button>
      {state === "stale" ? <StaleBase desk={desk} publish={publish} workflow={workflow} close={close} /> : null}
      {asking ? <TryDialog desk={desk} trying={trying} close={() => setAsking(false)} /> : null}
      {running ? (
        <RunDialog
          workflow={workflow}
          name={desk.name}
          {...(changed
            ? { note: `This runs version ${desk.version}. What you changed since runs after Publish.` }
            : {})}
          close={() => setRunning(false)}
        />
      ) : null}
    </>
  );
}

function UndoRedo({ desk: { table } }: { desk: Desk }) {
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(
    () =>
      table?.onCommands(() =>
        setCan({ undo: table.commands.canUndo(), redo: table.commands.canRedo() }),
      ),
    [table],
  );
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Undo"
        title="Undo · Ctrl Z"
        disabled={!can.undo}
        onClick={() => table?.commands.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Redo"
        title="Redo · Ctrl Y"
        disabled={!can.redo}
        onClick={() => table?.commands.redo()}
      >
        <Icon name="redo" />
      </button>
    </>
  );
}
