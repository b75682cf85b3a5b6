import BaseRenderer from "diagram-js/lib/draw/BaseRenderer";
import { svg } from "./svg.ts";
import type { CanvasElement } from "../model.ts";

interface TextRenderer {
  createText(text: string, options: object): SVGElement;
  getExternalStyle(): object;
}

const priority = 2_000;

/** Diagrams drawn with other fonts have label boxes that are too narrow for ours. */
const narrowest = 96;

/** Draws the labels of events, decisions and lines around the middle of their box. */
export class LabelRenderer extends BaseRenderer {
  static $inject = ["eventBus", "textRenderer"];

  readonly #texts: TextRenderer;

  constructor(eventBus: never, texts: TextRenderer) {
    super(eventBus, priority);
    this.#texts = texts;
  }

  override canRender(element: object): boolean {
    return (element as CanvasElement).labelTarget !== undefined;
  }

  override drawShape(parent: SVGElement, shape: object): SVGElement {
    const { width, height, businessObject } = shape as CanvasElement;
    const room = Math.max(width, narrowest);
    const text = this.#texts.createText(businessObject.name ?? "", {
      box: { width: room, height },
      align: "center-top",
      padding: 0,
      style: { ...this.#texts.getExternalStyle(), fill: "var(--ink)" },
    });
    const place = svg(parent, "g", { transform: `translate(${(width - room) / 2},0)` });
    text.classList.add("djs-label");
    place.append(text);
    return text;
  }
}
