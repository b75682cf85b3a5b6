import { isStart, startKind } from "../trigger/kinds.ts";
import { freePlace } from "./free-place.ts";
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

interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}

/**
 * Finds the place of a new shape: after what is selected, else after the only step that nothing
 * follows, else on free ground near the middle of what is seen.
 */
export class Placement {
  static $inject = ["autoPlace", "modeling", "selection", "canvas", "insertStep", "elementRegistry"];

  readonly #autoPlace: AutoPlace;
  readonly #modeling: Modeling;
  readonly #selection: Selection;
  readonly #canvas: Canvas;
  readonly #insertStep: InsertStep;
  readonly #elements: Elements;

  constructor(
    autoPlace: AutoPlace,
    modeling: Modeling,
    selection: Selection,
    canvas: Canvas,
    insertStep: InsertStep,
    elements: Elements,
  ) {
    this.#autoPlace = autoPlace;
    this.#modeling = modeling;
    this.#selection = selection;
    this.#canvas = canvas;
    this.#insertStep = insertStep;
    this.#elements = elements;
  }

  place(shape: CanvasElement, after?: CanvasElement): void {
    const source = after ?? this.#selection.get()[0] ?? this.#looseEnd();
    const placed =
      source !== undefined && goesOn(source, shape)
        ? this.#follow(source, shape)
        : this.#modeling.createShape(shape, this.#free(shape), this.#canvas.getRootElement());
    this.show(placed);
  }

  show(element: CanvasElement): void {
    this.#selection.select(element);
    this.#canvas.scrollToElement(element, 80);
  }

  /** The workflow's start, where it has one and nothing has been chosen for it yet. */
  bareStart(): CanvasElement | undefined {
    const [only, ...others] = this.#elements.filter(isStart);
    return only !== undefined && others.length === 0 && startKind(only) === "hand" ? only : undefined;
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

  #looseEnd(): CanvasElement | undefined {
    const root = this.#canvas.getRootElement();
    const [only, ...others] = this.#elements.filter(
      (element) => element.parent === root && isLooseEnd(element),
    );
    return others.length === 0 ? only : undefined;
  }

  #free(shape: CanvasElement): { x: number; y: number } {
    const { x, y, width, height } = this.#canvas.viewbox();
    const taken = this.#elements.filter((element) => element.parent !== undefined);
    return freePlace(shape, { x: x + width / 2, y: y + height / 2 }, taken);
  }
}

const isLooseEnd = (element: CanvasElement) =>
  isA(element, "bpmn:FlowNode") &&
  element.labelTarget === undefined &&
  !isA(element, "bpmn:EndEvent") &&
  !isA(element, "bpmn:BoundaryEvent") &&
  element.businessObject.get("triggeredByEvent") !== true &&
  !element.outgoing.some((flow) => isA(flow, "bpmn:SequenceFlow"));

const goesOn = (source: CanvasElement, shape: CanvasElement) =>
  isA(source, "bpmn:FlowNode") &&
  source.labelTarget === undefined &&
  !isA(source, "bpmn:EndEvent") &&
  !isA(shape, "bpmn:StartEvent");
