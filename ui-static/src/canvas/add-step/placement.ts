import { onlyFlow, type InsertStep } from "./insert-step.ts";
import { isA, type CanvasElement } from "../model.ts";

interface AutoPlace {
  append(source: CanvasElement, shape: CanvasElement): CanvasElement;
}
interface Modeling {
  createShape(
    shape: CanvasElement,
    at: { x: number; y: number },
    parent: CanvasElement,
  ): CanvasElement;
}
interface Selection {
  get(): CanvasElement[];
  select(element: CanvasElement): void;
}
interface Canvas {
  getRootElement(): CanvasElement;
  viewbox(): { x: number; y: number; width: number; height: number };
  scrollToElement(element: CanvasElement, padding: number): void;
}

/** Finds the place of a new shape: after what is selected, else in the middle of what is seen. */
export class Placement {
  static $inject = ["autoPlace", "modeling", "selection", "canvas", "insertStep"];

  readonly #autoPlace: AutoPlace;
  readonly #modeling: Modeling;
  readonly #selection: Selection;
  readonly #canvas: Canvas;
  readonly #insertStep: InsertStep;

  constructor(
    autoPlace: AutoPlace,
    modeling: Modeling,
    selection: Selection,
    canvas: Canvas,
    insertStep: InsertStep,
  ) {
    this.#autoPlace = autoPlace;
    this.#modeling = modeling;
    this.#selection = selection;
    this.#canvas = canvas;
    this.#insertStep = insertStep;
  }

  place(shape: CanvasElement): void {
    const source = this.#selection.get()[0];
    const placed =
      source !== undefined && goesOn(source, shape)
        ? this.#follow(source, shape)
        : this.#modeling.createShape(shape, this.#middle(), this.#canvas.getRootElement());
    this.#selection.select(placed);
    this.#canvas.scrollToElement(placed, 80);
  }

  get workflow(): string {
    return this.#canvas.getRootElement().businessObject.id;
  }

  #follow(source: CanvasElement, shape: CanvasElement): CanvasElement {
    const between =
      onlyFlow(source) !== undefined && !isA(source, "bpmn:Gateway") && !isA(shape, "bpmn:EndEvent");
    return between
      ? this.#insertStep.insert(shape, source)
      : this.#autoPlace.append(source, shape);
  }

  #middle(): { x: number; y: number } {
    const { x, y, width, height } = this.#canvas.viewbox();
    return { x: onGrid(x + width / 2), y: onGrid(y + height / 2) };
  }
}

const onGrid = (number: number) => Math.round(number / 10) * 10;

const goesOn = (source: CanvasElement, shape: CanvasElement) =>
  isA(source, "bpmn:FlowNode") &&
  source.labelTarget === undefined &&
  !isA(source, "bpmn:EndEvent") &&
  !isA(shape, "bpmn:StartEvent");
