import { createReviver } from "bpmn-js-native-copy-paste/lib/PasteUtil.js";
import { freePlace } from "../add-step/free-place.ts";
import { isA, type CanvasElement } from "../model.ts";
import { CopiedStore } from "./store.ts";

type Tree = Record<string, (Partial<CanvasElement> & { parent?: string; host?: string })[]>;

interface EventBus {
  on(event: string, priority: number, act: (context: Copied) => void): void;
}
interface Copied {
  tree: Tree;
  hints?: { clip?: boolean };
}
interface CopyPaste {
  copy(elements: CanvasElement[]): Tree;
  cut(elements: CanvasElement[]): Tree;
  createTree(elements: CanvasElement[]): Tree;
  paste(context: object): CanvasElement[] | undefined;
}
interface Canvas {
  getRootElement(): CanvasElement;
  viewbox(): { x: number; y: number; width: number; height: number };
}
interface Selection {
  get(): CanvasElement[];
  select(elements: CanvasElement[]): void;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}

/** Before bpmn-js keeps what was copied for itself. */
const priority = 2_050;

/** Copies within a workflow, into others and between tabs: the new steps get ids of their own. */
export class SharedClipboard {
  static $inject = ["eventBus", "copyPaste", "moddle", "canvas", "selection", "elementRegistry"];

  readonly #copyPaste: CopyPaste;
  readonly #moddle: unknown;
  readonly #canvas: Canvas;
  readonly #selection: Selection;
  readonly #elements: Elements;
  readonly #store = new CopiedStore();

  constructor(
    eventBus: EventBus,
    copyPaste: CopyPaste,
    moddle: unknown,
    canvas: Canvas,
    selection: Selection,
    elements: Elements,
  ) {
    this.#copyPaste = copyPaste;
    this.#moddle = moddle;
    this.#canvas = canvas;
    this.#selection = selection;
    this.#elements = elements;
    eventBus.on("copyPaste.elementsCopied", priority, ({ tree, hints }) => {
      if (hints?.clip !== false && Object.keys(tree).length > 0) this.#store.write(JSON.stringify(tree));
    });
  }

  /** Answers how many steps were copied. */
  copy(): number {
    const chosen = this.#selection.get();
    return chosen.length === 0 ? 0 : countOf(this.#copyPaste.copy(chosen));
  }

  cut(): number {
    const chosen = this.#selection.get();
    return chosen.length === 0 ? 0 : countOf(this.#copyPaste.cut(chosen));
  }

  /** Puts what was copied on free ground, here or from another tab. Answers how many steps came. */
  paste(): number {
    const text = this.#store.read();
    return text === undefined ? 0 : this.#put(JSON.parse(text, createReviver(this.#moddle)) as Tree);
  }

  duplicate(): number {
    const chosen = this.#selection.get();
    if (chosen.length === 0) return 0;
    // why: what is in the clipboard stays there.
    const text = JSON.stringify(this.#copyPaste.createTree(chosen));
    return this.#put(JSON.parse(text, createReviver(this.#moddle)) as Tree);
  }

  #put(tree: Tree): number {
    const all = Object.values(tree).flat();
    const outer = all.filter(({ width, labelTarget }) => width !== undefined && labelTarget === undefined);
    if (outer.length === 0) return 0;
    const element = this.#container(new Set(all.map(({ id }) => id)));
    const pasted = this.#copyPaste.paste({ tree, element, point: this.#place(outer, element), hints: {} });
    this.#selection.select(
      (pasted ?? []).filter((one) => one.parent === element && one.labelTarget === undefined),
    );
    return countOf(tree);
  }

  /** The chosen group of steps, or the one that the chosen step is in; else the workflow itself. */
  #container(copied: ReadonlySet<string | undefined>): CanvasElement {
    const root = this.#canvas.getRootElement();
    const [first, ...others] = this.#selection.get();
    if (first !== undefined && others.length === 0 && isOpen(first) && !copied.has(first.id)) return first;
    if (first?.parent !== undefined && holdsSteps(first.parent)) return first.parent;
    return this.#elements.filter((one) => holdsSteps(one) && isA(one, "bpmn:Participant"))[0] ?? root;
  }

  #place(shapes: Partial<CanvasElement>[], container: CanvasElement): { x: number; y: number } {
    const left = Math.min(...shapes.map(({ x = 0 }) => x));
    const top = Math.min(...shapes.map(({ y = 0 }) => y));
    const width = Math.max(...shapes.map(({ x = 0, width: own = 0 }) => x + own)) - left;
    const height = Math.max(...shapes.map(({ y = 0, height: own = 0 }) => y + own)) - top;
    const root = this.#canvas.getRootElement();
    if (container !== root) {
      return { x: container.x + container.width / 2, y: container.y + container.height / 2 };
    }
    const view = this.#canvas.viewbox();
    const taken = this.#elements.filter((one) => one.parent === root);
    return freePlace({ width, height }, { x: view.x + view.width / 2, y: view.y + view.height / 2 }, taken);
  }
}

const isOpen = (one: CanvasElement & { collapsed?: boolean }) =>
  one.labelTarget === undefined &&
  (isA(one, "bpmn:Participant") || isA(one, "bpmn:SubProcess")) &&
  one.collapsed !== true;

const holdsSteps = (one: CanvasElement) =>
  isA(one, "bpmn:Participant") || isA(one, "bpmn:SubProcess") || isA(one, "bpmn:Process");

/** Steps and notes; lines, names and events on edges come with them. */
const countOf = (tree: Tree): number =>
  Object.values(tree)
    .flat()
    .filter((one) => one.waypoints === undefined && one.labelTarget === undefined && one.host === undefined)
    .length;

/** why: bpmn-js's own asks the browser for leave to read the system's clipboard. */
export const clipboardModule = {
  __init__: ["sharedClipboard"],
  nativeCopyPaste: ["value", {}],
  sharedClipboard: ["type", SharedClipboard],
};
