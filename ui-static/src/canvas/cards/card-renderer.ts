import BaseRenderer from "diagram-js/lib/draw/BaseRenderer";
import { getRoundRectPath } from "bpmn-js/lib/draw/BpmnRenderUtil";
import { Repeat, StretchHorizontal, StretchVertical, type IconNode } from "lucide";
import { shownColours } from "../colours/shown.ts";
import { isA, type CanvasElement, type ModdleObject } from "../model.ts";
import type { Catalogue } from "./catalogue.ts";
import { describe } from "./describe.ts";
import { drawIcon, svg } from "./svg.ts";
import { fit, measureWith, type Measure } from "./text.ts";

/** Above bpmn-js's own renderer (1000) and the template icons (1500). */
const priority = 2_000;
const radius = 6;
const padding = 10;
const textLeft = 40;

interface EventBus {
  on(event: string, act: () => void): void;
  fire(event: string, payload: object): void;
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}

/** Draws tasks as cards: kind on the left edge, the connector's icon, the name, one line. */
export class CardRenderer extends BaseRenderer {
  static $inject = ["eventBus", "catalogue", "elementRegistry"];

  readonly #catalogue: Catalogue;
  readonly #changed: () => void;
  #plain = false;
  #title: Measure = measureWith("600 13px 'Inter Variable'");
  #line: Measure = measureWith("400 12px 'Inter Variable'");

  constructor(eventBus: EventBus, catalogue: Catalogue, elements: Elements) {
    super(eventBus as never, priority);
    this.#catalogue = catalogue;
    this.#changed = () => {
      const cards = elements.filter((element) => isCard(element));
      if (cards.length > 0) eventBus.fire("elements.changed", { elements: cards });
    };
    eventBus.on("catalogue.changed", this.#changed);
    // why: what sits on a card's edge is drawn after the card and takes room from its text.
    eventBus.on("import.done", this.#changed);
  }

  get plain(): boolean {
    return this.#plain;
  }

  /** Switches between cards and plain BPMN. */
  showPlain(plain: boolean): void {
    this.#plain = plain;
    this.#changed();
  }

  override canRender(element: object): boolean {
    return !this.#plain && isCard(element as CanvasElement);
  }

  override drawShape(parent: SVGElement, shape: object): SVGElement {
    const element = shape as CanvasElement;
    const { businessObject: task, width, height } = element;
    const card = describe(task, this.#catalogue);
    const group = svg(parent, "g", { class: `card is-${card.kind}` });
    const box = svg(group, "rect", { class: "card__box", width, height, rx: radius });
    paint(box, element);
    svg(group, "path", { class: "card__edge", d: edge(height) });
    drawIcon(group, card.drawing, { x: 14, y: (height - 18) / 2, width: 18, height: 18 });
    const marks = markers(task);
    const room = width - textLeft - padding;
    const lines = height >= 60 && width >= 120 ? 2 : 1;
    const title = fit(card.title, room, lines, this.#title);
    const below = height >= 44 && width >= 100 && title.length > 0 ? [card.line] : [];
    const free = Math.min(room - marks.length * 16, roomBesideAttached(element) - textLeft);
    this.#text(group, title, below, height, free);
    marks.forEach((mark, index) =>
      drawIcon(group, mark, {
        x: width - padding - 12 - index * 16,
        y: height - 18,
        width: 12,
        height: 12,
        class: "card__icon card__marker",
      }),
    );
    return box;
  }

  #text(group: Element, title: string[], below: string[], height: number, room: number): void {
    const total = (title.length + below.length) * 16 + (below.length > 0 ? 2 : 0);
    let y = (height - total) / 2 + 12;
    for (const line of title) {
      svg(group, "text", { class: "card__title", x: textLeft, y }, line);
      y += 16;
    }
    for (const line of below) {
      const fitted = fit(line, room, 1, this.#line)[0] ?? "";
      svg(group, "text", { class: "card__line", x: textLeft, y: y + 2 }, fitted);
    }
  }

  override getShapePath(shape: object): string {
    return getRoundRectPath(shape, radius);
  }
}

export function isCard(element: CanvasElement): boolean {
  if (element.labelTarget !== undefined || element.waypoints !== undefined) return false;
  return isA(element, "bpmn:Task") || isA(element, "bpmn:CallActivity");
}

/** Up to where the lowest line of text may go: events may sit on the lower edge. */
function roomBesideAttached({ x, y, width, height, attachers = [] }: CanvasElement): number {
  const below = attachers.filter((one) => one.x > x + textLeft && one.y + one.height > y + height);
  return Math.min(width - padding, ...below.map((one) => one.x - x - 2));
}

function paint(box: SVGElement, { di }: CanvasElement & { di?: ModdleObject }): void {
  const { fill, stroke } = shownColours(di);
  if (fill !== undefined) box.style.fill = fill;
  if (stroke !== undefined) box.style.stroke = stroke;
}

const edge = (height: number) =>
  `M${radius},0 h-1 a${radius - 1},${radius - 1} 0 0 0 -${radius - 1},${radius - 1} ` +
  `v${height - 2 * (radius - 1)} a${radius - 1},${radius - 1} 0 0 0 ${radius - 1},${radius - 1} ` +
  `h1 a2,2 0 0 1 -2,-2 v-${height - 4} a2,2 0 0 1 2,-2 z`;

function markers(task: ModdleObject): IconNode[] {
  const loop = task.get("loopCharacteristics") as ModdleObject | undefined;
  if (loop === undefined) return [];
  if (!isA(loop, "bpmn:MultiInstanceLoopCharacteristics")) return [Repeat];
  return [loop.get("isSequential") === true ? StretchHorizontal : StretchVertical];
}
