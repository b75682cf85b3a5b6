import type { Connections } from "../connections/connections.ts";
import type { StepInputs } from "../connections/step-inputs.ts";
import type { CanvasElement } from "../model.ts";
import type { StepFields } from "../step-fields/index.ts";
import type { Inbound } from "../trigger/inbound.ts";
import type { Fix } from "./found.ts";
import type { WayOut } from "./way-out.ts";

interface Modeling {
  removeElements(elements: CanvasElement[]): void;
  connect(from: CanvasElement, to: CanvasElement): void;
  updateProperties(element: CanvasElement, properties: object): void;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}
interface DirectEditing {
  activate(element: CanvasElement): boolean;
}
interface Selection {
  select(element: CanvasElement): void;
}
interface Canvas {
  scrollToElement(element: CanvasElement, padding: number): void;
}

/** Does what a problem's button says; each is one step of undo. */
export class Mend {
  static $inject = [
    "modeling",
    "elementRegistry",
    "directEditing",
    "selection",
    "canvas",
    "stepInputs",
    "inbound",
    "connections",
    "wayOut",
    "stepFields",
  ];

  readonly #modeling: Modeling;
  readonly #elements: Elements;
  readonly #directEditing: DirectEditing;
  readonly #selection: Selection;
  readonly #canvas: Canvas;
  readonly #stepInputs: StepInputs;
  readonly #inbound: Inbound;
  readonly #connections: Connections;
  readonly #wayOut: WayOut;
  readonly #fields: StepFields;

  constructor(
    modeling: Modeling,
    elements: Elements,
    directEditing: DirectEditing,
    selection: Selection,
    canvas: Canvas,
    stepInputs: StepInputs,
    inbound: Inbound,
    connections: Connections,
    wayOut: WayOut,
    fields: StepFields,
  ) {
    this.#modeling = modeling;
    this.#elements = elements;
    this.#directEditing = directEditing;
    this.#selection = selection;
    this.#canvas = canvas;
    this.#stepInputs = stepInputs;
    this.#inbound = inbound;
    this.#connections = connections;
    this.#wayOut = wayOut;
    this.#fields = fields;
  }

  mend(id: string, fix: Fix): void {
    const element = this.#elements.get(id);
    if (element === undefined) return;
    switch (fix.does) {
      case "open":
        return this.#fields.open(id, fix.field);
      case "name":
        this.#show(element);
        return void this.#directEditing.activate(element);
      case "remove":
        return this.#modeling.removeElements(this.#all(fix.elements));
      case "connect":
        return this.#connect(fix.from, fix.to);
      case "makeDefault":
        return this.#makeDefault(fix.flow);
      case "addDefault":
        return this.#show(this.#wayOut.add(element));
      case "setInput":
        return this.#stepInputs.change(element, fix.input, fix.value);
      case "setHookConnection":
        return this.#inbound.change(element, { "inbound.auth.connection": fix.value });
      case "newConnection":
        return this.#connections.request({
          fitting: fix.fitting,
          done: (name) =>
            fix.hook
              ? this.#inbound.change(element, { "inbound.auth.connection": name })
              : this.#stepInputs.change(element, "connection", name),
        });
    }
  }

  #show(element: CanvasElement): void {
    this.#selection.select(element);
    this.#canvas.scrollToElement(element, 120);
  }

  #connect(from: string, to: string): void {
    const [source, target] = this.#all([from, to]);
    if (source === undefined || target === undefined) return;
    this.#modeling.connect(source, target);
    this.#show(target);
  }

  #makeDefault(flow: string): void {
    const way = this.#elements.get(flow);
    const gateway = way?.source;
    if (way === undefined || gateway === undefined) return;
    this.#modeling.updateProperties(gateway, { default: way.businessObject });
    this.#show(way);
  }

  #all(ids: readonly string[]): CanvasElement[] {
    return ids.flatMap((id) => this.#elements.get(id) ?? []);
  }
}
