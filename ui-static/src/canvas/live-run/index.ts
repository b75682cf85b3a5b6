import {
  Ban,
  CircleCheck,
  CircleDot,
  CirclePause,
  CircleX,
  CornerDownRight,
  type IconNode,
} from "lucide";
import type { Status } from "../../api/types.ts";
import type { Mark } from "../../run/marks.ts";
import { statusWord } from "../../run/words.ts";
import { drawIcon } from "../cards/svg.ts";

interface Canvas {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}
interface Overlays {
  add(element: string, kind: string, overlay: object): string;
  remove(id: string): void;
}
interface Elements {
  get(id: string): { width: number } | undefined;
}

const icons: Record<Status, IconNode> = {
  running: CircleDot,
  waiting: CirclePause,
  completed: CircleCheck,
  failed: CircleX,
  cancelled: Ban,
  handled: CornerDownRight,
};

/** Shows on each element how far the run is there. Only what changed is touched. */
export class LiveRun {
  static $inject = ["canvas", "overlays", "elementRegistry"];

  readonly #shown = new Map<string, { text: string; status: Status; overlay: string }>();
  readonly #canvas: Canvas;
  readonly #overlays: Overlays;
  readonly #elements: Elements;

  constructor(canvas: Canvas, overlays: Overlays, elements: Elements) {
    this.#canvas = canvas;
    this.#overlays = overlays;
    this.#elements = elements;
  }

  /** `say` finds the words beside the icon; `small` is an event or a decision. */
  show(marks: ReadonlyMap<string, Mark>, say: (mark: Mark, small: boolean) => string = words): void {
    for (const mark of marks.values()) this.#mark(mark, say);
  }

  /** Takes all marks away again. */
  clear(): void {
    for (const [id, { status, overlay }] of this.#shown) {
      if (this.#elements.get(id) !== undefined) this.#canvas.removeMarker(id, `is-${status}`);
      this.#overlays.remove(overlay);
    }
    this.#shown.clear();
  }

  #mark(mark: Mark, say: (mark: Mark, small: boolean) => string): void {
    const element = this.#elements.get(mark.elementId);
    if (element === undefined) return;
    const small = element.width < 80;
    const decision = element.width > 40 && small;
    const text = say(mark, small);
    const before = this.#shown.get(mark.elementId);
    if (before?.status === mark.status && before.text === text) return;
    if (before !== undefined) {
      this.#canvas.removeMarker(mark.elementId, `is-${before.status}`);
      this.#overlays.remove(before.overlay);
    }
    this.#canvas.addMarker(mark.elementId, `is-${mark.status}`);
    const overlay = this.#overlays.add(mark.elementId, "wireroom-live", {
      position: decision ? { top: -4, left: -12 } : small ? { top: -12, right: 8 } : { top: -16, left: 8 },
      html: badge(mark, text),
    });
    this.#shown.set(mark.elementId, { text, status: mark.status, overlay });
  }
}

/** Small shapes (events, gateways) have room for the icon alone; its name is the tooltip. */
function words(mark: Mark, small: boolean): string {
  if (mark.loop !== undefined) return `${mark.loop.done} of ${mark.loop.total}`;
  if (small) return mark.passes > 1 ? `${mark.passes}` : "";
  const word = statusWord[mark.status];
  if (mark.passes <= 1) return word;
  const { passes, left, handled } = mark;
  if (left < passes) return `${word} · ${left} of ${passes}`;
  if (mark.status === "handled" || handled === 0) return `${word} · ${passes}×`;
  return `${word} · ${passes - handled}×, ${statusWord.handled} · ${handled}×`;
}

function badge(mark: Mark, text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `live-badge is-${mark.status}`;
  element.title = statusWord[mark.status];
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", `${statusWord[mark.status]} ${text}`.trim());
  drawIcon(element, icons[mark.status], { width: 12, height: 12, class: "live-badge__icon" });
  if (text !== "") {
    const word = document.createElement("span");
    word.textContent = text;
    element.append(word);
  }
  return element;
}

export const liveRunModule = { liveRun: ["type", LiveRun] };
