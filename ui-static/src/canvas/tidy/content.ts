import { isA } from "../model.ts";
import { arrange } from "./arrange.ts";
import { edgePlaces, putBelongings, putSideLabel, roomAround, sizeOf } from "./belongings.ts";
import { isFlow, isFrame, isNote, isOpen, isStep, type Drawn, type Targets } from "./drawn.ts";
import { known, type Arranged, type PlanEdge, type PlanNode, type Point, type Size } from "./plan.ts";

/** Room inside a group of steps for its name above and its signs below. */
const inside = { left: 30, top: 44, right: 30, bottom: 40 };

/** What all levels of the drawing know. */
export interface Whole {
  notes: ReadonlyMap<Drawn, Drawn[]>;
  /** Frames that hold nothing stand like steps. */
  emptyFrames: ReadonlySet<Drawn>;
}

export interface Lanes {
  count: number;
  of: (step: Drawn) => number;
}

const noLanes: Lanes = { count: 1, of: () => 0 };

/** The steps of a workflow or of a group in it, in their new order. */
export class Content {
  readonly arranged: Arranged;
  readonly #whole: Whole;
  readonly #inner = new Map<Drawn, Content>();
  readonly #byId = new Map<string, Drawn>();
  readonly #flows = new Map<string, Drawn>();

  constructor(children: readonly Drawn[], whole: Whole, lanes: Lanes = noLanes) {
    this.#whole = whole;
    const owned = new Set([...whole.notes.values()].flat());
    const steps = children.filter((child) => isStep(child));
    const loose = children.filter(
      (child) => (isNote(child) && !owned.has(child)) || (isFrame(child) && whole.emptyFrames.has(child)),
    );
    for (const step of steps.filter(isOpen)) {
      this.#inner.set(step, new Content(step.children ?? [], whole));
    }
    for (const one of [...steps, ...loose]) this.#byId.set(one.id, one);
    const nodes = [...steps, ...loose].map((one) => this.#node(one, lanes));
    this.arranged = arrange(nodes, steps.flatMap((step) => this.#edges(step)), lanes.count);
  }

  get size(): Size {
    return {
      width: this.arranged.width + inside.left + inside.right,
      height: this.arranged.height + inside.top + inside.bottom,
    };
  }

  /** Says where everything stands when the content begins at this point. */
  put(at: Point, targets: Targets): void {
    for (const [id, relative] of this.arranged.boxes) {
      const element = known(this.#byId, id);
      const box = { ...relative, x: at.x + relative.x, y: at.y + relative.y };
      targets.boxes.set(element, box);
      if (isStep(element)) putBelongings(element, box, this.#whole.notes.get(element) ?? [], targets);
      else putSideLabel(element, box, targets);
      this.#inner.get(element)?.put({ x: box.x + inside.left, y: box.y + inside.top }, targets);
    }
    for (const [id, line] of this.arranged.lines) {
      targets.lines.set(
        known(this.#flows, id),
        line.map(({ x, y }) => ({ x: at.x + x, y: at.y + y })),
      );
    }
  }

  #node(element: Drawn, lanes: Lanes): PlanNode {
    const size = this.#inner.get(element)?.size ?? sizeOf(element);
    const room = isStep(element)
      ? roomAround(element, this.#whole.notes.get(element) ?? [])
      : { above: 0, below: 0, span: element.width + (element.labels?.[0]?.width ?? 0), busy: [] };
    return {
      id: element.id,
      x: element.x,
      y: element.y,
      ...size,
      ...room,
      span: Math.max(room.span, size.width),
      gateway: isA(element, "bpmn:Gateway"),
      band: lanes.of(element),
    };
  }

  #edges(step: Drawn): PlanEdge[] {
    const width = this.#inner.get(step)?.size.width ?? step.width;
    const own = step.outgoing.map((flow) => this.#edge(flow, step));
    const events = [...edgePlaces(step, width)].flatMap(([event, place]) =>
      event.outgoing.map((flow) =>
        this.#edge(flow, step, { x: place.x, side: place.side, reach: event.height / 2 }),
      ),
    );
    return [...own, ...events].filter((edge) => edge !== undefined);
  }

  #edge(flow: Drawn, step: Drawn, from?: PlanEdge["from"]): PlanEdge | undefined {
    const target = flow.target;
    if (!isFlow(flow) || target === undefined || this.#byId.get(target.id) !== target) return undefined;
    this.#flows.set(flow.id, flow);
    const label = flow.labels?.[0];
    return {
      id: flow.id,
      source: step.id,
      target: target.id,
      ...(label === undefined ? {} : { label: sizeOf(label) }),
      ...(from === undefined ? {} : { from }),
    };
  }
}
