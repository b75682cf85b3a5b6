import { memo } from "preact/compat";
import type { Step } from "../../api/types.ts";
import { endOf, placeIn, type TimeWindow } from "../../run/time-window.ts";

interface Props {
  step: Step;
  window: TimeWindow;
  now: number;
  ticks: readonly number[];
}

/** A step's time as a bar, its attempts inside; the lines of the scale and of the present behind it. */
function BarDrawing({ step, window, now, ticks }: Props) {
  const end = endOf(step, now);
  const bar = span(window, Date.parse(step.startedAt), end);
  const present = placeIn(window, now);
  const tries = step.tries ?? [];
  return (
    <svg class="timebar" aria-hidden="true">
      {ticks.map((time) => (
        <line key={time} class="timebar__tick" x1={percent(placeIn(window, time))} x2={percent(placeIn(window, time))} y1="0" y2="100%" />
      ))}
      {bar === undefined ? null : (
        <rect class={`timebar__step is-${step.status}${tries.length > 1 ? " has-tries" : ""}`} y="12" height="12" rx="3" style={bar} />
      )}
      {tries.length > 1
        ? tries.map((one) => {
            const place = span(window, Date.parse(one.startedAt), one.endedAt == null ? end : Date.parse(one.endedAt));
            return place === undefined ? null : (
              <rect key={one.number} class={`timebar__try is-${one.outcome}`} y="12" height="12" rx="2" style={place} />
            );
          })
        : null}
      {present >= 0 && present <= 1 ? (
        <line class="timebar__now" x1={percent(present)} x2={percent(present)} y1="0" y2="100%" />
      ) : null}
    </svg>
  );
}

/** Only rows whose time is shown differently are drawn again. */
export const Bar = memo(BarDrawing);

/** Nothing when it lies outside; a moment still has a width that can be seen. */
function span(window: TimeWindow, from: number, to: number): { x: string; width: string } | undefined {
  const left = Math.max(0, placeIn(window, from));
  const right = Math.min(1, placeIn(window, Math.max(from, to)));
  if (right < 0 || left > 1 || right < left) return undefined;
  return { x: `min(${percent(left)}, calc(100% - 3px))`, width: `max(3px, ${percent(right - left)})` };
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`;
