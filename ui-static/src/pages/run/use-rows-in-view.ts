import { useEffect, useState } from "preact/hooks";

export const rowHeight = 36;

/** Shorter tables are drawn whole. */
const fewRows = 120;
const around = 16;

/** Which rows of a long table are near the visible part of what scrolls. */
export function useRowsInView(
  body: { current: HTMLElement | null },
  count: number,
): { from: number; to: number; show: (row: number) => void } {
  const [seen, setSeen] = useState({ from: 0, to: fewRows });
  const long = count > fewRows;

  useEffect(() => {
    const scroller = body.current?.closest<HTMLElement>(".scrolls");
    if (!long || scroller == null) return;
    const look = () => {
      if (body.current === null) return;
      const above = scroller.getBoundingClientRect().top - body.current.getBoundingClientRect().top;
      const first = Math.floor(above / rowHeight);
      const next = {
        from: Math.max(0, first - around),
        to: Math.max(0, first) + Math.ceil(scroller.clientHeight / rowHeight) + around,
      };
      setSeen((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", look);
      resized.disconnect();
    };
  }, [long, body]);

  const show = (row: number) => {
    const scroller = body.current?.closest<HTMLElement>(".scrolls");
    if (scroller == null || body.current === null) return;
    const box = scroller.getBoundingClientRect();
    const top = body.current.getBoundingClientRect().top + row * rowHeight;
    const head = 96;
    if (top < box.top + head) scroller.scrollTop += top - box.top - head;
    else if (top + rowHeight > box.bottom) scroller.scrollTop += top + rowHeight - box.bottom;
  };

  return long
    ? { from: Math.min(seen.from, count), to: Math.min(seen.to, count), show }
    : { from: 0, to: count, show };
}
