import { freePlace } from "../add-step/free-place.ts";
import { isA, type CanvasElement } from "../model.ts";

interface ElementFactory {
  createShape(attributes: object): CanvasElement;
}
interface Modeling {
  createShape(shape: CanvasElement, at: { x: number; y: number }, parent: CanvasElement): CanvasElement;
}
interface AutoPlace {
  append(source: CanvasElement, shape: CanvasElement): CanvasElement;
}
interface Canvas {
  getRootElement(): CanvasElement;
  viewbox(): { x: number; y: number; width: number; height: number };
}
interface Selection {
  get(): CanvasElement[];
  select(element: CanvasElement): void;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}
interface DirectEditing {
  activate(element: CanvasElement): void;
}

const padding = 24;
const emptyFrame = { width: 320, height: 200 };

/** Notes and frames: what is drawn for people, not for the run. */
export class Annotations {
  static $inject = [
    "elementFactory",
    "modeling",
    "autoPlace",
    "canvas",
    "selection",
    "elementRegistry",
    "directEditing",
  ];

  readonly #factory: ElementFactory;
  readonly #modeling: Modeling;
  readonly #autoPlace: AutoPlace;
  readonly #canvas: Canvas;
  readonly #selection: Selection;
  readonly #elements: Elements;
  readonly #editing: DirectEditing;

  constructor(
    factory: ElementFactory,
    modeling: Modeling,
    autoPlace: AutoPlace,
    canvas: Canvas,
    selection: Selection,
    elements: Elements,
    editing: DirectEditing,
  ) {
    this.#factory = factory;
    this.#modeling = modeling;
    this.#autoPlace = autoPlace;
    this.#canvas = canvas;
    this.#selection = selection;
    this.#elements = elements;
    this.#editing = editing;
  }

  /** A note on the chosen step, or a free one; the cursor is in it. */
  addNote(): void {
    const [chosen] = this.#selection.get();
    const source = chosen?.labelTarget ?? chosen;
    const note = this.#factory.createShape({ type: "bpmn:TextAnnotation" });
    const placed =
      source !== undefined && (isA(source, "bpmn:FlowNode") || isA(source, "bpmn:SequenceFlow"))
        ? this.#autoPlace.append(source, note)
        : this.#modeling.createShape(note, this.#free(note), this.#canvas.getRootElement());
    this.#edit(placed);
  }

  /** A frame around what is chosen, or an empty one; its name can be written at once. */
  addFrame(): void {
    const chosen = this.#selection.get().filter((one) => one.waypoints === undefined);
    const box = chosen.length === 0 ? undefined : around(chosen);
    const size = box ?? emptyFrame;
    const frame = this.#factory.createShape({ type: "bpmn:Group", width: size.width, height: size.height });
    const at =
      box === undefined ? this.#free(size) : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    this.#edit(this.#modeling.createShape(frame, at, this.#canvas.getRootElement()));
  }

  #edit(placed: CanvasElement): void {
    this.#selection.select(placed);
    this.#editing.activate(placed);
  }

  #free(size: { width: number; height: number }): { x: number; y: number } {
    const { x, y, width, height } = this.#canvas.viewbox();
    const taken = this.#elements.filter((element) => element.parent !== undefined);
    return freePlace(size, { x: x + width / 2, y: y + height / 2 }, taken);
  }
}

function around(chosen: readonly CanvasElement[]) {
  const left = Math.min(...chosen.map(({ x }) => x)) - padding;
  const top = Math.min(...chosen.map(({ y }) => y)) - padding;
  const right = Math.max(...chosen.map(({ x, width }) => x + width)) + padding;
  const bottom = Math.max(...chosen.map(({ y, height }) => y + height)) + padding;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
