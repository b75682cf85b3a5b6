import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { density, placeIn, ticks } from "../../run/time-window.ts";
import type { TimeView } from "./use-time-window.ts";

interface Props {
  view: TimeView;
  steps: readonly Step[];
  start: number;
  now: number;
}

/** The head over the bars: how busy the whole run was, the part that is shown, and its scale. */
export function Overview({ view, steps, start, now }: Props) {
  const { whole, shown, isWhole } = view;
  const box = useRef<HTMLDivElement>(null);
  const drag = useDrag(box, view);

  return (
    <div class="overview">
      <div
        ref={box}
        class="overview__whole"
        role="group"
        tabIndex={0}
        aria-label="Time line. Arrows move, plus and minus zoom, 0 shows the whole run."
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") view.pan(-0.1);
          else if (event.key === "ArrowRight") view.pan(0.1);
          else return;
          event.preventDefault();
        }}
        {...drag}
      >
        <Density steps={steps} whole={whole} now={now} />
        {isWhole ? null : (
          <span
            class="overview__part"
            style={{
              left: `${placeIn(whole, shown.from) * 100}%`,
              width: `${(placeIn(whole, shown.to) - placeIn(whole, shown.from)) * 100}%`,
            }}
          />
        )}
      </div>
      <div class="overview__scale" aria-hidden="true">
        {ticks(shown, start).map(({ time, label }) => {
          const at = placeIn(shown, time);
          return (
            <span key={time} style={{ left: `${at * 100}%` }}>
              {at > 0.8 ? "" : label}
            </span>
          );
        })}
      </div>
      <div class="overview__tools">
        <Tool icon="zoomIn" label="Zoom in · +" act={() => view.zoom(0.5)} />
        <Tool icon="zoomOut" label="Zoom out · −" act={() => view.zoom(2)} disabled={isWhole} />
        <Tool icon="fit" label="The whole run · 0" act={() => view.set(undefined)} disabled={isWhole} />
      </div>
    </div>
  );
}

function Tool(props: { icon: "zoomIn" | "zoomOut" | "fit"; label: string; act: () => void; disabled?: boolean }) {
  return (
    <button
      type="button"
      class="icon-button overview__tool"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.act}
    >
      <Icon name={props.icon} size={14} />
    </button>
  );
}

/** Many steps as one shape: a column per two pixels, failed ones in their colour. */
function Density({ steps, whole, now }: { steps: readonly Step[]; whole: TimeView["whole"]; now: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    if (element == null || pen == null) return;
    const ratio = devicePixelRatio;
    const { clientWidth: width, clientHeight: height } = element;
    element.width = width * ratio;
    element.height = height * ratio;
    pen.scale(ratio, ratio);
    const columns = Math.max(1, Math.floor(width / 2));
    const { all, failed } = density(steps, whole, columns, now);
    const most = Math.log2(1 + Math.max(1, ...all));
    const style = getComputedStyle(element);
    const draw = (counts: number[], colour: string) => {
      pen.fillStyle = style.getPropertyValue(colour);
      counts.forEach((count, column) => {
        if (count === 0) return;
        const tall = Math.max(2, (Math.log2(1 + count) / most) * height);
        pen.fillRect(column * 2, height - tall, 2, tall);
      });
    };
    draw(all, "--density");
    draw(failed, "--density-failed");
  });
  return <canvas ref={canvas} class="overview__density" />;
}

/** Drag chooses a part, the wheel zooms, a double click shows the whole again. */
function useDrag(box: { current: HTMLElement | null }, view: TimeView) {
  const from = useRef<number>(undefined);
  const at = (event: MouseEvent) => {
    const { left, width } = event.currentTarget instanceof HTMLElement ? event.currentTarget.getBoundingClientRect() : { left: 0, width: 1 };
    const { whole } = view;
    return whole.from + Math.min(1, Math.max(0, (event.clientX - left) / width)) * (whole.to - whole.from);
  };
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // why by hand: only a listener that is not passive may keep the page from scrolling.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      const { whole, shown, zoom, pan } = latest.current;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        return pan((event.deltaX || event.deltaY) / 1_000);
      }
      const time = whole.from + ((event.clientX - left) / width) * (whole.to - whole.from);
      zoom(event.deltaY < 0 ? 0.8 : 1.25, Math.min(1, Math.max(0, placeIn(shown, time))));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [box]);

  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = at(event);
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === undefined) return;
      const [a, b] = [from.current, at(event)].sort((one, other) => one - other);
      if (a !== undefined && b !== undefined && b - a > (view.whole.to - view.whole.from) / 200) view.set({ from: a, to: b });
    },
    onPointerUp: () => void (from.current = undefined),
    onDblClick: () => view.set(undefined),
  };
}
