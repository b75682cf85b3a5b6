import type { EventDefinitions } from "../add-step/event-definitions.ts";
import { ExtensionChange, type Command } from "../trigger/extension-change.ts";
import { processOf } from "../trigger/kinds.ts";
import { isA, type CanvasElement, type ModdleObject } from "../model.ts";
import { meet, middle, placeLeaving } from "./places.ts";
import type { Box, Room } from "./room.ts";

interface Point {
  x: number;
  y: number;
}
interface ElementFactory {
  createShape(attributes: object): CanvasElement;
}
interface BpmnFactory {
  create(type: string, attributes: object): ModdleObject;
}
export interface Modeling {
  createShape(shape: CanvasElement, at: Point, parent: CanvasElement, hints?: object): CanvasElement;
  moveShape(shape: CanvasElement, by: Point): void;
  connect(source: CanvasElement, target: CanvasElement): CanvasElement | undefined;
  reconnectStart(flow: CanvasElement, source: CanvasElement, at: Point): void;
  reconnectEnd(flow: CanvasElement, target: CanvasElement, at: Point): void;
  updateWaypoints(flow: CanvasElement, waypoints: Point[]): void;
  updateProperties(element: CanvasElement, properties: object): void;
  updateModdleProperties(element: CanvasElement, object: ModdleObject, properties: object): void;
}

interface CommandStack {
  execute(command: string, context: Command[]): void;
}

const gap = 60;

/** What intents are put together from: events on edges, ways beside, steps before and after. */
export class Parts {
  static $inject = ["elementFactory", "bpmnFactory", "modeling", "eventDefinitions", "room", "commandStack"];

  readonly #shapes: ElementFactory;
  readonly #objects: BpmnFactory;
  readonly modeling: Modeling;
  readonly events: EventDefinitions;
  readonly room: Room;
  readonly #commands: CommandStack;

  constructor(
    shapes: ElementFactory,
    objects: BpmnFactory,
    modeling: Modeling,
    events: EventDefinitions,
    room: Room,
    commands: CommandStack,
  ) {
    this.#shapes = shapes;
    this.#objects = objects;
    this.modeling = modeling;
    this.events = events;
    this.room = room;
    this.#commands = commands;
  }

  make(
    type: string,
    name: string | undefined,
    more: object = {},
    fill?: (object: ModdleObject) => void,
  ): CanvasElement {
    const businessObject = this.#objects.create(type, name === undefined ? {} : { name });
    fill?.(businessObject);
    return this.#shapes.createShape({ type, businessObject, ...more });
  }

  /** An event on the step's edge, and steps in a row where it leads, connected with each other. */
  leave(host: CanvasElement, event: CanvasElement, steps: CanvasElement[]): CanvasElement[] {
    const size = {
      width: steps.reduce((sum, one) => sum + one.width + gap, -gap),
      height: Math.max(...steps.map(({ height }) => height)),
    };
    const group = host.parent ?? host;
    const { at, box } = placeLeaving(host, host.attachers ?? [], size, this.#inTheWay(host, group));
    this.room.grow(group, box);
    const attached = this.modeling.createShape(event, at, host, { attach: true });
    const placed = this.#row(steps, box, group);
    const [first] = placed;
    if (first !== undefined) this.#bend(attached, first);
    placed.slice(1).forEach((one, index) => this.modeling.connect(placed[index] ?? one, one));
    this.#nameBesideLine(attached, box);
    return placed;
  }

  /** Everything that ended at the step ends at the shape, and goes on to the step. */
  before(step: CanvasElement, shape: CanvasElement): CanvasElement {
    const by = shape.width + gap;
    const at = { x: step.x + shape.width / 2, y: middle(step).y };
    this.room.make(step, "x", step.x - 1, by);
    const placed = this.modeling.createShape(shape, at, step.parent ?? step);
    for (const flow of flowsOf(step.incoming)) this.modeling.reconnectEnd(flow, placed, middle(placed));
    this.modeling.connect(placed, step);
    return placed;
  }

  /** Everything that began at the step begins at the shape, which comes after the step. */
  after(step: CanvasElement, shape: CanvasElement): CanvasElement {
    const by = shape.width + gap;
    const end = step.x + step.width;
    const at = { x: end + gap + shape.width / 2, y: middle(step).y };
    const flows = flowsOf(step.outgoing);
    const box = { x: end + 1, y: at.y - shape.height / 2, width: by, height: shape.height };
    const crowded = this.#inTheWay(step, step.parent ?? step).some(
      (one) => one.waypoints === undefined && meet(one, box),
    );
    if (flows.length > 0 || crowded) this.room.make(step, "x", end + 1, by);
    this.room.grow(step.parent, box);
    const placed = this.modeling.createShape(shape, at, step.parent ?? step);
    for (const flow of flows) this.modeling.reconnectStart(flow, placed, middle(placed));
    this.modeling.connect(step, placed);
    return placed;
  }

  /** The form that a person's step shows; the process holds it. */
  ask(step: CanvasElement, components: object[]): void {
    const process = processOf(step.businessObject);
    if (process === undefined) return;
    const id = `form_${step.businessObject.id}`;
    const body = JSON.stringify({ type: "default", schemaVersion: 16, components }, null, 2);
    const commands = [
      ...new ExtensionChange(this.#objects, step)
        .put("zeebe:FormDefinition", { formId: id })
        .commands(),
      ...new ExtensionChange(this.#objects, step, process).put("zeebe:UserTaskForm", { id, body }).commands(),
    ];
    this.#commands.execute("properties-panel.multi-command-executor", commands);
  }

  #inTheWay(host: CanvasElement, group: CanvasElement): CanvasElement[] {
    const around = new Set<CanvasElement>(host.attachers);
    for (let one: CanvasElement | undefined = group; one !== undefined; one = one.parent) around.add(one);
    return this.room.beside(group).filter((one) => !around.has(one));
  }

  #row(steps: CanvasElement[], box: Box, group: CanvasElement): CanvasElement[] {
    let { x } = box;
    return steps.map((one) => {
      const at = { x: x + one.width / 2, y: middle(box).y };
      x += one.width + gap;
      return this.modeling.createShape(one, at, group);
    });
  }

  /** Down from the event, then to the step: never through the step that the event sits on. */
  #bend(event: CanvasElement, target: CanvasElement): void {
    const flow = this.modeling.connect(event, target);
    if (flow === undefined) return;
    const [from, to] = [middle(event), middle(target)];
    const start = from.y + (Math.sign(to.y - from.y) * event.height) / 2;
    this.modeling.updateWaypoints(flow, [
      { x: from.x, y: start },
      { x: from.x, y: to.y },
      { x: target.x, y: to.y },
    ]);
  }

  #nameBesideLine(event: CanvasElement, box: Box): void {
    const [label] = event.labels ?? [];
    if (label === undefined) return;
    const wanted = { x: middle(event).x + 8, y: middle(box).y - label.height - 4 };
    this.modeling.moveShape(label, { x: wanted.x - label.x, y: wanted.y - label.y });
  }
}

export const flowsOf = (flows: readonly CanvasElement[]): CanvasElement[] =>
  flows.filter((flow) => isA(flow, "bpmn:SequenceFlow"));
