import { useState } from "preact/hooks";
import { isBare, useKeys } from "../../panels/parts/use-keys.ts";
import { panned, zoomed, type TimeWindow } from "../../run/time-window.ts";

export interface TimeView {
  whole: TimeWindow;
  shown: TimeWindow;
  isWhole: boolean;
  zoom: (factor: number, around?: number) => void;
  pan: (part: number) => void;
  set: (window: TimeWindow | undefined) => void;
}

/** The part of the run's time that the bars show; the whole of it goes on growing with the run. */
export function useTimeWindow(whole: TimeWindow): TimeView {
  const [part, setPart] = useState<TimeWindow>();
  const shown = part ?? whole;
  const zoom = (factor: number, around?: number) => setPart(zoomed(shown, whole, factor, around));
  const pan = (by: number) => setPart(part === undefined ? undefined : panned(shown, whole, by));

  useKeys((event) => {
    if (!isBare(event)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    if (event.key === "+" || event.key === "=") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "0") setPart(undefined);
    else if (event.key === "[") pan(-0.25);
    else if (event.key === "]") pan(0.25);
  });

  return { whole, shown, isWhole: part === undefined, zoom, pan, set: setPart };
}
