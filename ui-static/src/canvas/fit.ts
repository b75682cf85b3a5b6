interface Size {
  width: number;
  height: number;
}
interface Bounds extends Size {
  x: number;
  y: number;
}

/** diagram-js's canvas, as far as fitting needs it. */
export interface Fitted {
  viewbox(): Bounds & { inner: Bounds; outer: Size; scale: number };
  viewbox(box: Bounds): void;
}

/** Room that other things take from the canvas, in pixels. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/**
 * Shows the drawing in the middle of the free room, never larger than drawn. With `least`, one
 * that would be too small to read begins at its left instead.
 */
export function fitInside(view: Fitted, insets: Insets, least = 0): void {
  const { inner, outer } = view.viewbox();
  const free = {
    width: Math.max(80, outer.width - insets.left - insets.right),
    height: Math.max(80, outer.height - insets.top - insets.bottom),
  };
  const whole = Math.min(1, free.width / inner.width, free.height / inner.height);
  const scale = Math.max(least, whole);
  const besides = Math.max(0, free.width - inner.width * scale);
  view.viewbox({
    x: inner.x - (insets.left + besides / 2) / scale,
    y: inner.y - (insets.top + (free.height - inner.height * scale) / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
