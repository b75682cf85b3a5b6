import type { Floor } from "./floor.ts";
import { known, type Box, type PlanEdge, type Point } from "./plan.ts";
import type { Route, X, Y } from "./routes.ts";
import type { Aisle } from "./tracks.ts";

const between = { columns: 50, rows: 40 };
const trackRoom = 14;
const beside = 20;

/** Names may reach a little over their column. */
const overhang = 20;

/** Figures for rows, columns and the aisles between them. */
export class Measures {
  readonly boxes = new Map<string, Box>();
  readonly width: number;
  readonly height: number;
  readonly rowTop: number[] = [];
  readonly rowBottom: number[] = [];
  readonly #floor: Floor;
  readonly #aisleLeft: number[] = [];
  readonly #aisleWidth: number[] = [];
  readonly #aisleTop: number[] = [];
  readonly #aisleHeight: number[] = [];
  readonly #middle: number[] = [];

  constructor(floor: Floor, edges: readonly PlanEdge[]) {
    this.#floor = floor;
    for (const aisle of [...floor.upright, ...floor.across]) aisle.settle();
    const centres = new Map<string, number>();
    this.width = this.#measureColumns(edges, centres);
    this.height = this.#measureRows();
    for (const [id, x] of centres) {
      const { width, height } = floor.node(id);
      const y = this.#middle[floor.cell(id).row] ?? 0;
      this.boxes.set(id, { x: x - width / 2, y: y - height / 2, width, height });
    }
  }

  #measureColumns(edges: readonly PlanEdge[], centres: Map<string, number>): number {
    const columns = this.#floor.steps("column");
    let x = 0;
    this.#floor.upright.forEach((aisle, at) => {
      const inside = at > 0 && at < this.#floor.columns;
      this.#aisleLeft.push(x);
      const room = Math.max(roomFor(aisle), inside ? between.columns : 0, inside ? this.#names(edges, at) : 0);
      this.#aisleWidth.push(onGrid(room));
      x += onGrid(room);
      const steps = columns[at];
      if (steps === undefined) return;
      const width = onGrid(Math.max(0, ...steps.map((node) => Math.max(node.width, node.span - 2 * overhang))));
      for (const { id } of steps) centres.set(id, x + width / 2);
      x += width;
    });
    return x;
  }

  /** Room for the names of the lines between two columns that stand side by side. */
  #names(edges: readonly PlanEdge[], at: number): number {
    const widths = edges.map(({ source, target, label }) =>
      label !== undefined &&
      this.#floor.cell(source).column === at - 1 &&
      this.#floor.cell(target).column === at
        ? label.width + 30
        : 0,
    );
    return Math.max(0, ...widths);
  }

  #measureRows(): number {
    const rows = this.#floor.steps("row");
    let y = 0;
    this.#floor.across.forEach((aisle, at) => {
      const inside = at > 0 && at < this.#floor.rows;
      this.#aisleTop.push(y);
      const room = onGrid(Math.max(roomFor(aisle), inside ? between.rows : 0));
      this.#aisleHeight.push(room);
      y += room;
      const steps = rows[at];
      if (steps === undefined) return;
      const up = onGrid(Math.max(40, ...steps.map((node) => node.height / 2 + node.above)));
      const down = onGrid(Math.max(40, ...steps.map((node) => node.height / 2 + node.below)));
      this.rowTop.push(y);
      this.#middle.push(y + up);
      y += up + down;
      this.rowBottom.push(y);
    });
    return y;
  }

  points(route: Route): Point[] {
    return withoutIdle(route.map(([x, y]) => ({ x: this.#x(x), y: this.#y(y) })));
  }

  #x(x: X): number {
    if ("left" in x) return known(this.boxes, x.left).x;
    if ("right" in x) return known(this.boxes, x.right).x + known(this.boxes, x.right).width;
    if ("centre" in x) return known(this.boxes, x.centre).x + known(this.boxes, x.centre).width / 2;
    if ("edgeEvent" in x) return known(this.boxes, x.edgeEvent.source).x + (x.edgeEvent.from?.x ?? 0);
    const aisle = this.#floor.upright[x.upright];
    return place(this.#aisleLeft[x.upright], this.#aisleWidth[x.upright], aisle, x.track.index);
  }

  #y(y: Y): number {
    if ("row" in y) return this.#middle[y.row] ?? 0;
    if ("across" in y) {
      const aisle = this.#floor.across[y.across];
      return place(this.#aisleTop[y.across], this.#aisleHeight[y.across], aisle, y.track.index);
    }
    const box = known(this.boxes, y.of);
    return y.side === "top" ? box.y - y.reach : box.y + box.height + y.reach;
  }
}

const onGrid = (length: number) => Math.ceil(length / 10) * 10;

const roomFor = (aisle: Aisle) => (aisle.count === 0 ? 0 : 2 * beside + (aisle.count - 1) * trackRoom);

/** The lines of an aisle stand in its middle. */
function place(start = 0, room = 0, aisle: Aisle | undefined, index: number): number {
  const needed = ((aisle?.count ?? 1) - 1) * trackRoom;
  return start + (room - needed) / 2 + index * trackRoom;
}

/** Without points that turn nothing. */
function withoutIdle(points: Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last?.x === point.x && last.y === point.y) continue;
    const turns =
      before === undefined ||
      last === undefined ||
      !((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (!turns) kept.pop();
    kept.push(point);
  }
  return kept;
}
