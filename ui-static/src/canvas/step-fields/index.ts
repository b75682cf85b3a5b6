import type { CanvasElement } from "../model.ts";

interface EventBus {
  fire(event: string, payload: object): void;
}
interface Selection {
  select(element: CanvasElement): void;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}
interface Canvas {
  scrollToElement(element: CanvasElement, padding: number): void;
}
interface Entry {
  id: string;
  property?: { binding: { type: string; name?: string; key?: string } };
}
interface PanelGroup {
  entries?: Entry[];
}

/** why: the panel is drawn a moment after an element was chosen. */
const drawn = 60;

/** Knows where a step's settings are in the panel, and takes the keyboard there. */
export class StepFields {
  static $inject = ["eventBus", "selection", "elementRegistry", "canvas"];

  readonly #eventBus: EventBus;
  readonly #selection: Selection;
  readonly #elements: Elements;
  readonly #canvas: Canvas;
  #entries = new Map<string, string>();

  constructor(eventBus: EventBus, selection: Selection, elements: Elements, canvas: Canvas) {
    this.#eventBus = eventBus;
    this.#selection = selection;
    this.#elements = elements;
    this.#canvas = canvas;
  }

  /** The groups that the panel is about to draw. */
  learn(groups: readonly PanelGroup[]): void {
    const entries = groups.flatMap((group) => group.entries ?? []);
    this.#entries = new Map(entries.flatMap((entry) => nameOf(entry).map((name) => [name, entry.id] as const)));
  }

  /** Chooses an element; with a field, its setting has the keyboard: `input:NAME`, `header:KEY` or the panel's own id. */
  open(id: string, field?: string): void {
    const element = this.#elements.get(id);
    if (element === undefined) return;
    this.#selection.select(element);
    this.#canvas.scrollToElement(element, 120);
    if (field !== undefined) setTimeout(() => this.show(field), drawn);
  }

  /** Opens the group of a field of the chosen element and goes there. */
  show(field: string): void {
    const id = this.#entries.get(field) ?? field;
    this.#eventBus.fire("propertiesPanel.showEntry", { id });
    setTimeout(() => reach(id), drawn);
  }
}

const nameOf = ({ property }: Entry): string[] => {
  if (property === undefined) return [];
  const { type, name, key } = property.binding;
  if (type === "zeebe:input" && name !== undefined) return [`input:${name}`];
  return type === "zeebe:taskHeader" && key !== undefined ? [`header:${key}`] : [];
};

const fillable = "input, textarea, select, [contenteditable=true], button";

/** What draws itself otherwise than the panel's own fields is found by its place. */
function reach(id: string): void {
  const entry = document.querySelector(`[data-entry-id="${CSS.escape(id)}"]`);
  if (entry === null || entry.contains(document.activeElement)) return;
  for (let group = entry.closest(groups); group !== null; group = group.parentElement?.closest(groups) ?? null) {
    const head = group.querySelector<HTMLElement>(":scope > .bio-properties-panel-group-header:not(.open)");
    head?.click();
  }
  requestAnimationFrame(() => {
    entry.scrollIntoView({ block: "nearest" });
    entry.querySelector<HTMLElement>(fillable)?.focus();
  });
}

const groups = ".bio-properties-panel-group";

export const stepFieldsModule = { stepFields: ["type", StepFields] };
