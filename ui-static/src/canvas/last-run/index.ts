import type { Mark } from "../../run/marks.ts";
import type { Glance } from "../../run/at-a-glance.ts";
import { liveRunModule, type LiveRun } from "../live-run/index.ts";
import { isA, type CanvasElement } from "../model.ts";

interface EventBus {
  fire(event: string, payload: object): void;
  on(event: string, act: (payload: { shown: boolean }) => void): void;
  off(event: string, act: (payload: { shown: boolean }) => void): void;
}
interface Overlays {
  add(element: string, kind: string, overlay: object): string;
  remove(id: string): void;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}

/** Beside a boundary event on the lower edge there must be room for this much, in pixels. */
const least = 64;

/** What each step did in the last run, beside the step: the mark of a run, and the value below. */
export class LastRun {
  static $inject = ["eventBus", "overlays", "elementRegistry", "liveRun"];

  #shown = false;
  readonly #eventBus: EventBus;
  readonly #overlays: Overlays;
  readonly #elements: Elements;
  readonly #liveRun: LiveRun;
  readonly #notes = new Map<string, { text: string; overlay: string }>();

  constructor(eventBus: EventBus, overlays: Overlays, elements: Elements, liveRun: LiveRun) {
    this.#eventBus = eventBus;
    this.#overlays = overlays;
    this.#elements = elements;
    this.#liveRun = liveRun;
  }

  toggle(): void {
    this.#shown = !this.#shown;
    this.#eventBus.fire("lastRun.toggled", { shown: this.#shown });
  }

  onToggle(act: (shown: boolean) => void): () => void {
    const listener = ({ shown }: { shown: boolean }) => act(shown);
    this.#eventBus.on("lastRun.toggled", listener);
    return () => this.#eventBus.off("lastRun.toggled", listener);
  }

  /** Elements that the run did not know have no mark. */
  show(glances: ReadonlyMap<string, Glance>): void {
    const marks = new Map<string, Mark>([...glances].map(([id, { mark }]) => [id, mark]));
    this.#liveRun.show(marks, (mark, small) => wordsOf(glances.get(mark.elementId), small));
    for (const [id, glance] of glances) this.#note(id, glance);
  }

  clear(): void {
    this.#liveRun.clear();
    for (const { overlay } of this.#notes.values()) this.#overlays.remove(overlay);
    this.#notes.clear();
  }

  #note(id: string, { mark, value, title }: Glance): void {
    const element = this.#elements.get(id);
    const before = this.#notes.get(id);
    const room = element === undefined || !isA(element, "bpmn:Task") ? 0 : roomBelow(element);
    const text = room < least ? "" : value;
    if (before?.text === text) return;
    if (before !== undefined) this.#overlays.remove(before.overlay);
    this.#notes.delete(id);
    if (text === "") return;
    const note = document.createElement("div");
    note.className = mark.status === "failed" ? "last-value is-failed" : "last-value";
    note.style.maxWidth = `${room}px`;
    note.title = title;
    note.textContent = text;
    const overlay = this.#overlays.add(id, "wireroom-last-value", { position: { bottom: -3, left: 8 }, html: note });
    this.#notes.set(id, { text, overlay });
  }
}

/** Events and decisions have room for a count alone. */
function wordsOf(glance: Glance | undefined, small: boolean): string {
  if (glance === undefined) return "";
  if (!small) return glance.words;
  return glance.mark.passes > 1 ? `${glance.mark.passes}` : "";
}

/** From the left, up to what sits on the lower edge. */
function roomBelow(element: CanvasElement): number {
  const bottom = element.y + element.height;
  const edges = (element.attachers ?? [])
    .filter(({ y, height }) => y + height > bottom)
    .map(({ x }) => x - element.x - 14);
  return Math.min(element.width - 12, ...edges);
}

export const lastRunModule = {
  __depends__: [liveRunModule],
  lastRun: ["type", LastRun],
};
