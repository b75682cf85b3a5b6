import type { Catalogue } from "../cards/catalogue.ts";
import { describe } from "../cards/describe.ts";
import { isA, listOf, type CanvasElement, type ModdleObject } from "../model.ts";
import type { OutlineNode } from "./node.ts";
import { outlineOf } from "./reading-order.ts";
import type { SwapSteps } from "./swap-steps.ts";

interface EventBus {
  on(events: string[], act: () => void): void;
  off(events: string[], act: () => void): void;
}
interface Modeler {
  getDefinitions(): ModdleObject | undefined;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}
interface Modeling {
  updateLabel(element: CanvasElement, text: string): void;
}
interface Selection {
  get(): CanvasElement[];
}
interface Canvas {
  resized(): void;
}

const changes = ["import.done", "commandStack.changed", "selection.changed", "catalogue.changed"];

/** The drawing as text, and the changes that can be made there. */
export class Outline {
  static $inject = ["eventBus", "bpmnjs", "elementRegistry", "modeling", "selection", "canvas", "catalogue", "swapSteps"];

  readonly #eventBus: EventBus;
  readonly #modeler: Modeler;
  readonly #elements: Elements;
  readonly #modeling: Modeling;
  readonly #selection: Selection;
  readonly #canvas: Canvas;
  readonly #catalogue: Catalogue;
  readonly #swapSteps: SwapSteps;

  constructor(
    eventBus: EventBus,
    modeler: Modeler,
    elements: Elements,
    modeling: Modeling,
    selection: Selection,
    canvas: Canvas,
    catalogue: Catalogue,
    swapSteps: SwapSteps,
  ) {
    this.#eventBus = eventBus;
    this.#modeler = modeler;
    this.#elements = elements;
    this.#modeling = modeling;
    this.#selection = selection;
    this.#canvas = canvas;
    this.#catalogue = catalogue;
    this.#swapSteps = swapSteps;
  }

  lines(): OutlineNode[] {
    const definitions = this.#modeler.getDefinitions();
    const processes = listOf(definitions, "rootElements").filter((one) => isA(one, "bpmn:Process"));
    return processes.flatMap((process) =>
      outlineOf(process, {
        connectorName: (type) => this.#catalogue.connectors.find((one) => one.type === type)?.name,
        look: (step) => this.#look(step),
        at: (id) => this.#elements.get(id),
      }),
    );
  }

  #look(step: ModdleObject): Pick<OutlineNode, "drawing" | "tone"> {
    if (!isA(step, "bpmn:Task") && !isA(step, "bpmn:CallActivity")) return {};
    const { drawing, kind } = describe(step, this.#catalogue);
    return { drawing, tone: kind };
  }

  /** The element that is selected on the canvas, if it is one. */
  get selected(): string | undefined {
    const [only, ...others] = this.#selection.get();
    return others.length > 0 ? undefined : (only?.labelTarget ?? only)?.id;
  }

  rename(id: string, name: string): void {
    const element = this.#elements.get(id);
    if (element !== undefined && (element.businessObject.name ?? "") !== name) {
      this.#modeling.updateLabel(element, name);
    }
  }

  /** The first of two steps that follow each other comes second then. */
  swap(first: string, second: string): void {
    const [one, other] = [this.#elements.get(first), this.#elements.get(second)];
    if (one !== undefined && other !== undefined) this.#swapSteps.swap(one, other);
  }

  onChange(act: () => void): () => void {
    this.#eventBus.on(changes, act);
    return () => this.#eventBus.off(changes, act);
  }

  /** The canvas has more or less room than before. */
  makeRoom(): void {
    this.#canvas.resized();
  }
}
