import { fitInside } from "../../canvas/fit.ts";
import type { CanvasElement } from "../../canvas/model.ts";
import type { View } from "./table-parts.ts";

/** The properties panel and the context pad left of it, in pixels. */
const panelWidth = 340 + 130;

/** The canvas without the palette above and the bar below, in pixels. */
const room = { top: 72, right: 32, bottom: 64, left: 32 };

const besides = (width: number) => ({ ...room, right: room.right + width });

/** Below this size nothing of a card can be told. */
const readable = 0.4;

/** Which part of the drawing is seen, and how large: what lies over the canvas is kept free. */
export class InSight {
  readonly #view: () => View;
  readonly #panelIsOpen: () => boolean;

  constructor(view: () => View, panelIsOpen: () => boolean) {
    this.#view = view;
    this.#panelIsOpen = panelIsOpen;
  }

  /** As a diagram is shown first: what would be too small to read begins at its left. */
  begin(): void {
    fitInside(this.#view(), room, readable);
  }

  /** Everything, beside the panel where it is open, but never larger than drawn. */
  fit(): void {
    fitInside(this.#view(), this.#panelIsOpen() ? besides(panelWidth) : room);
  }

  /** Something opened over the right part of the canvas: the drawing moves out from under it. */
  keepClear(right: number): void {
    const { x, inner, outer, scale } = this.#view().viewbox();
    const end = (inner.x + inner.width - x) * scale;
    if (end > outer.width - right) fitInside(this.#view(), besides(right), readable);
  }

  /** The panel opens over the right part: what was chosen there moves out from under it. */
  uncover(element: CanvasElement): void {
    const { x, outer, scale } = this.#view().viewbox();
    const right = (element.x + element.width - x) * scale;
    const hidden = right - (outer.width - panelWidth);
    if (hidden > 0) this.#view().scroll({ dx: -hidden, dy: 0 });
  }

  zoomBy(factor: number): void {
    const { outer } = this.#view().viewbox();
    const middle = { x: outer.width / 2, y: outer.height / 2 };
    this.#view().zoom(Math.min(3, Math.max(0.2, this.#view().zoom() * factor)), middle);
  }
}
