interface Canvas {
  getContainer(): HTMLElement;
  zoom(): number;
  zoom(to: number, around: { x: number; y: number }): void;
  scroll(by: { dx: number; dy: number }): void;
}

const least = 0.2;
const most = 4;

/** Fingers on the drawing: one moves it, two make it larger or smaller. The wheel is diagram-js's. */
export class Pinch {
  static $inject = ["canvas"];

  readonly #canvas: Canvas;
  readonly #fingers = new Map<number, { x: number; y: number }>();

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
    const box = canvas.getContainer();
    box.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") this.#fingers.set(event.pointerId, pointOf(event));
    });
    box.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      box.addEventListener(end, (event) => this.#fingers.delete(event.pointerId));
    }
  }

  #move(event: PointerEvent): void {
    if (!this.#fingers.has(event.pointerId)) return;
    const before = grip([...this.#fingers.values()]);
    this.#fingers.set(event.pointerId, pointOf(event));
    const now = grip([...this.#fingers.values()]);
    this.#canvas.scroll({ dx: now.x - before.x, dy: now.y - before.y });
    if (before.spread === 0 || now.spread === 0) return;
    const { left, top } = this.#canvas.getContainer().getBoundingClientRect();
    const scale = Math.min(most, Math.max(least, (this.#canvas.zoom() * now.spread) / before.spread));
    this.#canvas.zoom(scale, { x: now.x - left, y: now.y - top });
  }
}

const pointOf = ({ clientX, clientY }: PointerEvent) => ({ x: clientX, y: clientY });

/** The middle of the fingers, and how far the first two are apart. */
export function grip(fingers: readonly { x: number; y: number }[]) {
  const [one = { x: 0, y: 0 }, other] = fingers;
  if (other === undefined) return { ...one, spread: 0 };
  return {
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
    spread: Math.hypot(one.x - other.x, one.y - other.y),
  };
}

export const pinchModule = {
  __init__: ["pinch"],
  pinch: ["type", Pinch],
};
