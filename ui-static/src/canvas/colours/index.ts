import BaseRenderer from "diagram-js/lib/draw/BaseRenderer";
import type { CanvasElement, ModdleObject } from "../model.ts";
import { shownColours, type Shown } from "./shown.ts";

interface BpmnRenderer {
  drawShape(parent: SVGElement, shape: object, attributes?: Shown): SVGElement;
  drawConnection(parent: SVGElement, connection: object, attributes?: Shown): SVGElement;
}
type Painted = CanvasElement & { di?: ModdleObject };

/** Above bpmn-js's own renderer, below cards and labels. */
const priority = 1_200;

/** Draws coloured elements in colours that fit the theme. */
class ThemedColours extends BaseRenderer {
  static $inject = ["eventBus", "bpmnRenderer"];

  readonly #bpmn: BpmnRenderer;

  constructor(eventBus: never, bpmn: BpmnRenderer) {
    super(eventBus, priority);
    this.#bpmn = bpmn;
  }

  override canRender(element: object): boolean {
    const { labelTarget, di } = element as Painted;
    return labelTarget === undefined && shownColours(di).stroke !== undefined;
  }

  override drawShape(parent: SVGElement, shape: object): SVGElement {
    return this.#bpmn.drawShape(parent, shape, shownColours((shape as Painted).di));
  }

  override drawConnection(parent: SVGElement, connection: object): SVGElement {
    return this.#bpmn.drawConnection(parent, connection, shownColours((connection as Painted).di));
  }
}

export const coloursModule = {
  __init__: ["themedColours"],
  themedColours: ["type", ThemedColours],
};
