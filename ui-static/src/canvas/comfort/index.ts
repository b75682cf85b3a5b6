import { clipboardModule, type SharedClipboard } from "../clipboard/index.ts";
import type { Colour } from "../colours/palette.ts";
import { coloursModule } from "../colours/index.ts";
import { findModule } from "../find/index.ts";
import type { CanvasElement } from "../model.ts";
import { pictureModule, type Picture } from "../picture/index.ts";
import { pinchModule } from "../pinch/index.ts";
import { tidyModule, type TidyUp } from "../tidy/index.ts";
import { Annotations } from "./annotations.ts";
import { neighbour } from "./walk.ts";

interface Injector {
  get<T>(name: string): T;
}
interface EventBus {
  on<E>(event: string, act: (event: E) => void): void;
  off<E>(event: string, act: (event: E) => void): void;
}
interface Canvas {
  getRootElement(): CanvasElement;
  getContainer(): HTMLElement;
  getAbsoluteBBox(element: CanvasElement): { x: number; y: number; width: number; height: number };
  findRoot(element: CanvasElement): CanvasElement | undefined;
  scrollToElement(element: CanvasElement, padding: number): void;
  focus(): void;
}
interface Selection {
  get(): CanvasElement[];
  select(element: CanvasElement | null, add?: boolean): void;
}

/** What an editor of drawings is used to, by its own words. All changes are single steps of undo. */
export class Comfort {
  static $inject = ["injector", "eventBus", "canvas", "selection"];

  readonly #injector: Injector;
  readonly #eventBus: EventBus;
  readonly #canvas: Canvas;
  readonly #selection: Selection;

  constructor(injector: Injector, eventBus: EventBus, canvas: Canvas, selection: Selection) {
    this.#injector = injector;
    this.#eventBus = eventBus;
    this.#canvas = canvas;
    this.#selection = selection;
  }

  /** One of bpmn-js's own editor actions. */
  act(action: string, options?: object): void {
    this.#injector
      .get<{ trigger(action: string, options?: object): unknown }>("editorActions")
      .trigger(action, options);
  }

  get clipboard(): SharedClipboard {
    return this.#injector.get<SharedClipboard>("sharedClipboard");
  }

  get picture(): Picture {
    return this.#injector.get<Picture>("picture");
  }

  get annotations(): Annotations {
    return this.#injector.get<Annotations>("annotations");
  }

  get minimap(): { toggle(): void; isOpen(): boolean } {
    return this.#injector.get("minimap");
  }

  /** Answers false when nothing had to move. */
  tidyUp(): boolean {
    return this.#injector.get<TidyUp>("tidyUp").tidy();
  }

  paint({ fill, stroke }: Colour): void {
    this.#injector
      .get<{ setColor(elements: CanvasElement[], colours: object): void }>("modeling")
      .setColor(this.#selection.get(), { fill, stroke });
  }

  chooseColour(): void {
    const chosen = this.#selection.get();
    const [first] = chosen;
    if (first === undefined) return;
    const { left, top } = this.#canvas.getContainer().getBoundingClientRect();
    const box = this.#canvas.getAbsoluteBBox(first);
    const at = { x: left + box.x, y: top + box.y + box.height + 8 };
    this.#injector
      .get<{ open(target: CanvasElement[], provider: string, position: object): void }>("popupMenu")
      .open(chosen, "color-picker", { ...at, cursor: at });
  }

  /** Chooses the next or the one before in reading order, or adds it to what is chosen. */
  walk(by: 1 | -1, add: boolean): void {
    const root = this.#canvas.getRootElement();
    const steps = this.#injector
      .get<{ filter(accept: (element: CanvasElement) => boolean): CanvasElement[] }>("elementRegistry")
      .filter((element) => element !== root && this.#canvas.findRoot(element) === root);
    const next = neighbour(steps, this.#selection.get().at(-1), by);
    if (next === undefined) return;
    this.#selection.select(next, add);
    this.#canvas.scrollToElement(next, 120);
  }

  chooseNothing(): void {
    const dragging = this.#injector.get<{ context(): unknown }>("dragging");
    if (dragging.context() == null) this.#selection.select(null);
  }

  get chosen(): number {
    return this.#selection.get().length;
  }

  onChosen(act: () => void): () => void {
    this.#eventBus.on("selection.changed", act);
    return () => this.#eventBus.off("selection.changed", act);
  }

  onMap(act: (open: boolean) => void): () => void {
    const listener = ({ open }: { open: boolean }) => act(open);
    this.#eventBus.on("minimap.toggle", listener);
    return () => this.#eventBus.off("minimap.toggle", listener);
  }

  focus(): void {
    this.#canvas.focus();
  }
}

export const comfortModule = {
  __depends__: [clipboardModule, coloursModule, findModule, pictureModule, pinchModule, tidyModule],
  comfort: ["type", Comfort],
  annotations: ["type", Annotations],
  // why: the designer's list of keys is the one truth; these would answer to keys beside it.
  keyboardBindings: ["value", {}],
  createAppendKeyboardBindings: ["value", {}],
};
