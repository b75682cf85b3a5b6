import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../panels/parts/icon.tsx";
import { ArrangeMenu } from "./comfort/arrange-menu.tsx";
import type { Desk } from "./use-designer.ts";

/** How the drawing is looked at: size, and cards or plain BPMN. */
export function ViewBar({ desk }: { desk: Desk }) {
  const { table } = desk;
  const [plain, setPlain] = useState(false);
  const change = () => {
    table?.showPlain(!plain);
    setPlain(!plain);
  };
  return (
    <div class="view-bar" role="toolbar" aria-label="View">
      <button
        type="button"
        class="button button--quiet button--small"
        aria-pressed={plain}
        onClick={change}
      >
        {plain ? "Show cards" : "Show plain BPMN"}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Smaller"
        title="Smaller"
        onClick={() => table?.inSight.zoomBy(0.8)}
      >
        <Icon name="zoomOut" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Larger"
        title="Larger"
        onClick={() => table?.inSight.zoomBy(1.25)}
      >
        <Icon name="zoomIn" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Show everything"
        title="Show everything"
        onClick={() => table?.inSight.fit()}
      >
        <Icon name="fit" />
      </button>
      <MapButton desk={desk} />
      <LastRunButton desk={desk} />
      <ArrangeMenu desk={desk} />
    </div>
  );
}

function LastRunButton({ desk: { table } }: { desk: Desk }) {
  const [shown, setShown] = useState(false);
  useEffect(() => table?.lastRun.onToggle(setShown), [table]);
  return (
    <button
      type="button"
      class="button button--quiet button--small"
      title="What the last run did at each step · V"
      aria-pressed={shown}
      onClick={() => table?.lastRun.toggle()}
    >
      <Icon name="history" size={14} /> Last run
    </button>
  );
}

function MapButton({ desk: { table } }: { desk: Desk }) {
  const [open, setOpen] = useState(false);
  useEffect(() => table?.comfort.onMap(setOpen), [table]);
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Map of the drawing"
      title="Map of the drawing · M"
      aria-pressed={open}
      onClick={() => table?.comfort.minimap.toggle()}
    >
      <Icon name="map" />
    </button>
  );
}
