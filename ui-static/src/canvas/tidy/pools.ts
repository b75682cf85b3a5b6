import { isA, listOf } from "../model.ts";
import { Content, type Whole } from "./content.ts";
import { everything, isStep, type Drawn, type Targets } from "./drawn.ts";
import { sizeOf } from "./belongings.ts";
import { middle, type Point } from "./plan.ts";

/** The strip with a pool's or lane's name. */
const strip = 30;
const padding = { side: 30, top: 24 };
const apart = 50;

/** Pools stand below each other and are equally wide; each step stays in its lane. */
export function putPools(root: Drawn, whole: Whole, targets: Targets): void {
  const pools = (root.children ?? [])
    .filter((child) => isA(child, "bpmn:Participant"))
    .sort((a, b) => a.y - b.y)
    .map((shape) => new Pool(shape, whole));
  const width = Math.max(0, ...pools.map((pool) => pool.width));
  let y = 0;
  for (const pool of pools) {
    pool.put({ x: 0, y }, width, targets);
    y += pool.height + apart;
  }
}

class Pool {
  readonly width: number;
  readonly height: number;
  readonly #shape: Drawn;
  readonly #lanes: Drawn[];
  readonly #leaves: Drawn[];
  readonly #depth: number;
  readonly #content: Content | undefined;

  constructor(shape: Drawn, whole: Whole) {
    this.#shape = shape;
    const inner = everything(shape);
    this.#lanes = inner.filter((one) => isA(one, "bpmn:Lane"));
    this.#leaves = this.#lanes.filter((lane) => !this.#hasLanes(lane)).sort((a, b) => a.y - b.y);
    this.#depth = Math.max(0, ...this.#leaves.map((lane) => this.#level(lane)));
    if ((shape.children ?? []).some((child) => isStep(child))) {
      const count = Math.max(1, this.#leaves.length);
      this.#content = new Content(shape.children ?? [], whole, { count, of: (step) => this.#laneOf(step) });
    }
    const size = this.#content?.arranged;
    this.width = size === undefined ? shape.width : size.width + this.#left + padding.side;
    this.height = size === undefined ? shape.height : size.height + 2 * padding.top;
  }

  get #left(): number {
    return strip * (1 + this.#depth) + padding.side;
  }

  #hasLanes(lane: Drawn): boolean {
    return (lane.children ?? []).some((child) => isA(child, "bpmn:Lane"));
  }

  /** 1 for a lane of the pool, 2 for a lane in it. */
  #level(lane: Drawn): number {
    let level = 1;
    for (let up = lane.parent; up !== undefined && isA(up, "bpmn:Lane"); up = up.parent) level++;
    return level;
  }

  #laneOf(step: Drawn): number {
    const named = this.#leaves.findIndex((lane) =>
      listOf(lane.businessObject, "flowNodeRef").includes(step.businessObject),
    );
    if (named >= 0) return named;
    const { y } = middle(step);
    return Math.max(0, this.#leaves.findIndex((lane) => y >= lane.y && y < lane.y + lane.height));
  }

  put(at: Point, width: number, targets: Targets): void {
    targets.boxes.set(this.#shape, { ...at, width, height: this.height });
    if (this.#content === undefined) return;
    this.#content.put({ x: at.x + this.#left, y: at.y + padding.top }, targets);
    this.#leaves.forEach((lane, index) => {
      const x = at.x + strip * this.#level(lane);
      const top = at.y + this.#edge(index);
      const bottom = at.y + this.#edge(index + 1);
      targets.boxes.set(lane, { x, y: top, width: at.x + width - x, height: bottom - top });
    });
    for (const lane of [...this.#lanes].filter((one) => this.#hasLanes(one))) {
      const own = this.#leaves.flatMap((leaf) => (isWithin(leaf, lane) ? [targets.boxes.get(leaf)] : []));
      const boxes = own.filter((box) => box !== undefined);
      const x = at.x + strip * this.#level(lane);
      const top = Math.min(...boxes.map((box) => box.y));
      const bottom = Math.max(...boxes.map((box) => box.y + box.height));
      targets.boxes.set(lane, { ...sizeOf(lane), x, y: top, width: at.x + width - x, height: bottom - top });
    }
  }

  /** Where a lane begins, from the pool's upper end. */
  #edge(index: number): number {
    const bands = this.#content?.arranged.bands ?? [];
    if (index === 0) return 0;
    const above = bands[index - 1];
    const below = bands[index];
    if (above === undefined || below === undefined) return this.height;
    return padding.top + (above.bottom + below.top) / 2;
  }
}

function isWithin(lane: Drawn, outer: Drawn): boolean {
  for (let up = lane.parent; up !== undefined; up = up.parent) if (up === outer) return true;
  return false;
}
