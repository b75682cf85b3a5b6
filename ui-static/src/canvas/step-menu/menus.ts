import type { CanvasElement } from "../model.ts";

export interface PadEntry {
  group?: string;
  title?: string;
  imageUrl?: string;
  className?: string;
  html?: string;
  action: unknown;
}
export type PadEntries = Record<string, PadEntry>;

interface PopupMenu {
  open(target: CanvasElement, menu: string, at: { x: number; y: number }, options: object): void;
}
interface Canvas {
  getContainer(): HTMLElement;
  getGraphics(element: CanvasElement): SVGElement;
}

const beside = 8;

/** What a menu says when its search finds nothing. */
export const nothing = "Nothing fits.";

/** Opens menus that can be searched beside what is selected. */
export class Menus {
  static $inject = ["popupMenu", "canvas"];

  readonly #popup: PopupMenu;
  readonly #canvas: Canvas;

  constructor(popup: PopupMenu, canvas: Canvas) {
    this.#popup = popup;
    this.#canvas = canvas;
  }

  open(element: CanvasElement, menu: string, title: string): void {
    const pad = this.#canvas.getContainer().querySelector(".djs-context-pad.open");
    const place = (pad ?? this.#canvas.getGraphics(element)).getBoundingClientRect();
    this.#popup.open(
      element,
      menu,
      { x: place.right + beside, y: place.top },
      { title, width: 340, search: true },
    );
  }
}
