import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Run, Step } from "../../api/types.ts";
import { SkeletonRows } from "../../panels/parts/messages.tsx";
import { useNow } from "../../panels/parts/time.tsx";
import { endOf, placeIn, ticks } from "../../run/time-window.ts";
import type { StepRow } from "../../run/step-tree.ts";
import { Overview } from "./overview.tsx";
import { Row } from "./step-row.tsx";
import { rowHeight, useRowsInView } from "./use-rows-in-view.ts";
import { useTimeWindow, type TimeView } from "./use-time-window.ts";

interface Props {
  run: Run;
  steps: readonly Step[];
  rows: StepRow[];
  chosen: Step | undefined;
  choose: (what: { step: string }) => void;
  toggle: (step: string) => void;
}

/** Every step where it belongs, indented by what it is inside of, with its time beside it. */
export function StepsTable({ run, steps, rows, chosen, choose, toggle }: Props) {
  const ended = run.endedAt != null;
  const present = useNow(ended ? 3_600_000 : 1_000);
  const now = ended ? Date.parse(run.endedAt ?? "") : present;
  const start = Date.parse(run.startedAt);
  const whole = useMemo(() => wholeOf(start, steps, now), [start, steps, now]);
  const view = useTimeWindow(whole);
  const scale = useMemo(() => ticks(view.shown, start).map(({ time }) => time), [view.shown, start]);
  const body = useRef<HTMLTableSectionElement>(null);
  const bars = useBarWheel(view);
  const inView = useRowsInView(body, rows.length);
  const shown = useRef(inView.show);
  shown.current = inView.show;
  const at = rows.findIndex(({ step }) => step.id === chosen?.id);

  useEffect(() => {
    if (chosen !== undefined && at >= 0) shown.current(at);
    // why not the row's number: rows that come in above must not move the page.
  }, [chosen?.id]);

  return (
    <table class="table steps" aria-label="Steps" aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          <th class="steps__head-name">Step</th>
          <th class="steps__head-status">Status</th>
          <th class="steps__head-tries is-number">Tries</th>
          <th class="steps__head-took is-number">Took</th>
          <th class="steps__head-time">
            <Overview view={view} steps={steps} start={start} now={now} />
          </th>
        </tr>
      </thead>
      <tbody ref={body} {...bars}>
        <Gap rows={inView.from} />
        {rows.slice(inView.from, inView.to).map((row, index) => (
          <Row
            key={row.step.id}
            number={inView.from + index}
            row={row}
            chosen={row.step.id === chosen?.id}
            window={view.shown}
            now={row.step.endedAt == null || placeIn(view.shown, now) <= 1 ? now : 0}
            ticks={scale}
            choose={choose}
            toggle={toggle}
          />
        ))}
        <Gap rows={rows.length - inView.to} />
      </tbody>
    </table>
  );
}

/** The place of rows that are not drawn. */
const Gap = ({ rows }: { rows: number }) =>
  rows <= 0 ? null : (
    <tr aria-hidden="true" class="steps__gap">
      <td colSpan={5} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );

function wholeOf(start: number, steps: readonly Step[], now: number) {
  let to = Math.max(start + 50, now);
  for (const step of steps) to = Math.max(to, endOf(step, now));
  // why a little more: the last bar and the line of the present do not stand at the very edge.
  return { from: start, to: to + (to - start) * 0.02 };
}

/** Over the bars Ctrl and the wheel zoom, Shift and the wheel move; the wheel alone scrolls. */
function useBarWheel(view: TimeView) {
  return {
    onWheel: (event: WheelEvent) => {
      const cell = (event.target as Element).closest(".steps__time");
      if (cell === null || !(event.ctrlKey || event.shiftKey)) return;
      event.preventDefault();
      const { left, width } = cell.getBoundingClientRect();
      if (event.shiftKey) view.pan((event.deltaX || event.deltaY) / 1_000);
      else view.zoom(event.deltaY < 0 ? 0.8 : 1.25, (event.clientX - left) / width);
    },
  };
}

export function StepsSkeleton() {
  return (
    <table class="table steps" aria-label="Steps" aria-busy="true">
      <tbody>
        <SkeletonRows columns={5} rows={5} />
      </tbody>
    </table>
  );
}
