import { useRef } from "preact/hooks";
import { Frame } from "../../panels/frame/frame.tsx";
import { parameter } from "../../panels/frame/show.tsx";
import { AddList } from "./add-list.tsx";
import { IntentsMenu } from "./intents-menu.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DesignerActions } from "./designer-actions.tsx";
import { ProblemsBar } from "./problems-bar.tsx";
import { SavedMark } from "./saved-mark.tsx";
import { SignedOut } from "./draft/signed-out.tsx";
import { ViewBar } from "./view-bar.tsx";
import { PausedMark } from "../../panels/pause/paused-mark.tsx";
import { ListenPane } from "./listen/listen-pane.tsx";
import { useListening } from "./listen/use-listening.ts";
import { LastRunLine } from "./last-run/last-run-line.tsx";
import { useLastRun } from "./last-run/use-last-run.ts";
import { TryTray } from "./try/try-tray.tsx";
import { useTrying } from "./try/use-trying.ts";
import { OutlinePanel } from "./outline/outline-panel.tsx";
import { OutlineToggle } from "./outline/outline-toggle.tsx";
import { openSettings } from "./outline/open-settings.ts";
import { useOutlinePanel } from "./outline/use-outline-panel.ts";
import { NoWorkflow, OpeningTrouble } from "./open/opening-trouble.tsx";
import { Requests } from "./requests.tsx";
import { Trials } from "./trial/trials.tsx";
import { usePrint } from "./comfort/use-print.ts";
import { useTableKeys } from "./comfort/use-table-keys.ts";
import { useSampleData } from "./use-sample-data.ts";
import { useDesigner } from "./use-designer.ts";

export function Designer() {
  const workflow = parameter("workflow");
  return workflow === undefined ? (
    <Frame here="workflows" title="Designer">
      <NoWorkflow text="The address names no workflow." />
    </Frame>
  ) : (
    <Desk workflow={workflow} />
  );
}

function Desk({ workflow }: { workflow: string }) {
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const desk = useDesigner(workflow, canvas, panel);
  const { opening } = desk;
  const listening = useListening(workflow, desk);
  const trying = useTrying(workflow, desk, listening.listening !== undefined);
  useTableKeys(desk);
  usePrint(desk);
  useSampleData(desk);
  const lastRun = useLastRun(desk, trying.event !== undefined);
  const outline = useOutlinePanel(desk.table);

  return (
    <Frame
      here="workflows"
      title={desk.name}
      beside={
        <>
          <SavedMark version={desk.version} saving={desk.saving} />
          {desk.paused ? <PausedMark /> : null}
        </>
      }
      actions={opening.is === "here" ? <DesignerActions desk={desk} workflow={workflow} listening={listening} trying={trying} /> : null}
    >
      {opening.is === "trouble" ? <OpeningTrouble problem={opening.problem} desk={desk} /> : null}
      <div class="designer" hidden={opening.is === "trouble"} aria-busy={opening.is === "loading"}>
        <AddList connectors={desk.connectors} add={desk.add} table={desk.table} />
        <section class={outline.shown ? "designer__table has-outline" : "designer__table"} aria-label="Canvas">
          {outline.shown && desk.table !== undefined && opening.is === "here" ? (
            <OutlinePanel table={desk.table} open={openSettings(desk, panel)} close={outline.close} />
          ) : null}
          <SignedOut desk={desk} />
          {desk.saving.is === "conflict" ? <ConflictNotice desk={desk} /> : null}
          <div ref={canvas} class="designer__canvas" />
          <div class="designer__below">
            <OutlineToggle shown={outline.shown} toggle={outline.toggle} />
            <ViewBar desk={desk} />
            <LastRunLine view={lastRun} />
            <IntentsMenu table={desk.table} />
            <ProblemsBar
              problems={desk.problems}
              nameOf={(element) => desk.table?.nameOf(element) ?? element}
              choose={desk.select}
              mend={(element, fix) => desk.table?.mend(element, fix)}
            />
          </div>
          <TryTray desk={desk} trying={trying} />
        </section>
        <aside ref={panel} class="designer__panel" aria-label="Properties" hidden={!desk.panelShown} />
        {listening.shown ? <ListenPane desk={desk} listening={listening} /> : null}
      </div>
      <Requests table={desk.table} connectors={desk.connectors ?? []} />
      <Trials desk={desk} />
    </Frame>
  );
}
