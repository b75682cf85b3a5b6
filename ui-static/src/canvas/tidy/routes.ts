import type { Chain } from "./chains.ts";
import type { Floor } from "./floor.ts";
import type { Flow } from "./flow.ts";
import type { PlanEdge, Side } from "./plan.ts";
import type { Track } from "./tracks.ts";

/** Where a line turns, said by what is there: figures follow when all lines are known. */
export type X =
  | { left: string }
  | { right: string }
  | { centre: string }
  | { edgeEvent: PlanEdge }
  | { upright: number; track: Track };
export type Y =
  | { row: number }
  | { side: Side; of: string; reach: number }
  | { across: number; track: Track };
export type Route = [X, Y][];

/** Finds a way for each line that crosses no step: the straight ones first. */
export function routesOf(flow: Flow, chains: readonly Chain[], floor: Floor): Map<PlanEdge, Route> {
  const ways = new Ways(floor);
  const routes = new Map<PlanEdge, Route>();
  const take = (edge: PlanEdge) => {
    if (!routes.has(edge)) routes.set(edge, ways.forward(edge));
  };
  const followers = new Set(chains.flatMap(({ nodes }) => nodes.slice(1).map((id, at) => `${nodes[at]} ${id}`)));
  const entries = new Set(chains.map(({ entry }) => entry));
  flow.forward
    .filter((edge) => edge.from === undefined && followers.has(`${edge.source} ${edge.target}`))
    .forEach(take);
  flow.forward.filter((edge) => entries.has(edge)).forEach(take);
  flow.forward.forEach(take);
  for (const edge of flow.back) routes.set(edge, ways.back(edge));
  return routes;
}

class Ways {
  readonly #floor: Floor;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  forward(edge: PlanEdge): Route {
    if (edge.from !== undefined) return this.#fromEdgeEvent(edge, edge.from.side);
    const floor = this.#floor;
    const { source, target } = edge;
    const [s, t] = [floor.cell(source), floor.cell(target)];
    const inTarget = floor.rowIsFree(edge, t.row, s.column, t.column);
    const inSource = floor.rowIsFree(edge, s.row, s.column, t.column);
    if (s.row === t.row && inTarget) {
      floor.runAlong(edge, s.row, s.column, t.column);
      return [[{ right: source }, { row: s.row }], [{ left: target }, { row: s.row }]];
    }
    const out: Side = t.row > s.row ? "bottom" : "top";
    if (s.row !== t.row && inTarget && this.#turnsAt(source, out, "out", t.row)) {
      floor.runAlong(edge, t.row, s.column, t.column);
      return [
        [{ centre: source }, side(source, out)],
        [{ centre: source }, { row: t.row }],
        [{ left: target }, { row: t.row }],
      ];
    }
    const into: Side = out === "bottom" ? "top" : "bottom";
    if (s.row !== t.row && inSource && this.#turnsAt(target, into, "in", s.row)) {
      floor.runAlong(edge, s.row, s.column, t.column);
      return [
        [{ right: source }, { row: s.row }],
        [{ centre: target }, { row: s.row }],
        [{ centre: target }, side(target, into)],
      ];
    }
    if (s.row !== t.row && (inTarget || inSource)) {
      const at = inTarget ? s.column + 1 : t.column;
      floor.runAlong(edge, inTarget ? t.row : s.row, s.column, t.column);
      const turn = this.#upright(edge, at, 2 * s.row + 1, 2 * t.row + 1);
      return [
        [{ right: source }, { row: s.row }],
        [turn, { row: s.row }],
        [turn, { row: t.row }],
        [{ left: target }, { row: t.row }],
      ];
    }
    return this.#byAisles(edge, out === "bottom" ? s.row + 1 : s.row);
  }

  /** A loop goes back above or below everything between its ends. */
  back(edge: PlanEdge): Route {
    const { source, target, from } = edge;
    const floor = this.#floor;
    if (from !== undefined) return this.#fromEdgeEvent(edge, from.side);
    const [s, t] = [floor.cell(source), floor.cell(target)];
    for (const to of ["bottom", "top"] as const) {
      const corridor = to === "bottom" ? s.row + 1 : s.row;
      if (source === target || !floor.mayEnd(source, to, "out")) continue;
      if (s.row === t.row && !floor.mayEnd(target, to, "in")) continue;
      floor.end(source, to, "out");
      const end = s.row === t.row ? 2 * t.column + 1 : 2 * t.column;
      const turn = this.#across(edge, corridor, end, 2 * s.column + 1);
      const start: Route = [[{ centre: source }, side(source, to)], [{ centre: source }, turn]];
      if (s.row !== t.row) return [...start, ...this.#intoLeft(edge, turn, corridor)];
      floor.end(target, to, "in");
      return [...start, [{ centre: target }, turn], [{ centre: target }, side(target, to)]];
    }
    return this.#byAisles(edge, s.row + 1);
  }

  #fromEdgeEvent(edge: PlanEdge, to: Side): Route {
    const floor = this.#floor;
    const { source, target } = edge;
    const [s, t] = [floor.cell(source), floor.cell(target)];
    const start: [X, Y] = [{ edgeEvent: edge }, { side: to, of: source, reach: edge.from?.reach ?? 0 }];
    const onItsSide = to === "bottom" ? t.row > s.row : t.row < s.row;
    const ahead = t.column > s.column;
    if (
      onItsSide &&
      ahead &&
      floor.columnIsFree(s.column, s.row, t.row) &&
      floor.rowIsFree(edge, t.row, s.column, t.column)
    ) {
      floor.runAlong(edge, t.row, s.column, t.column);
      return [start, [{ edgeEvent: edge }, { row: t.row }], [{ left: target }, { row: t.row }]];
    }
    const corridor = to === "bottom" ? s.row + 1 : s.row;
    const turn = this.#across(edge, corridor, 2 * s.column + 1, 2 * t.column + 1);
    const joins = s.row === t.row && source !== target && floor.node(target).gateway;
    if (joins && floor.mayEnd(target, to, "in")) {
      floor.end(target, to, "in");
      return [start, [{ edgeEvent: edge }, turn], [{ centre: target }, turn], [{ centre: target }, side(target, to)]];
    }
    return [start, [{ edgeEvent: edge }, turn], ...this.#intoLeft(edge, turn, corridor)];
  }

  /** Always free: through the room between columns and between rows. */
  #byAisles(edge: PlanEdge, corridor: number): Route {
    const s = this.#floor.cell(edge.source);
    const t = this.#floor.cell(edge.target);
    const turn = this.#across(edge, corridor, 2 * s.column + 2, 2 * t.column);
    const out = this.#upright(edge, s.column + 1, 2 * s.row + 1, 2 * corridor);
    return [
      [{ right: edge.source }, { row: s.row }],
      [out, { row: s.row }],
      [out, turn],
      ...this.#intoLeft(edge, turn, corridor),
    ];
  }

  #intoLeft(edge: PlanEdge, turn: Y, corridor: number): Route {
    const t = this.#floor.cell(edge.target);
    const into = this.#upright(edge, t.column, 2 * corridor, 2 * t.row + 1);
    return [
      [into, turn],
      [into, { row: t.row }],
      [{ left: edge.target }, { row: t.row }],
    ];
  }

  #turnsAt(id: string, at: Side, kind: "in" | "out", end: number): boolean {
    const { row, column } = this.#floor.cell(id);
    const may =
      this.#floor.node(id).gateway &&
      this.#floor.mayEnd(id, at, kind) &&
      this.#floor.columnIsFree(column, row, end);
    if (may) this.#floor.end(id, at, kind);
    return may;
  }

  #upright(edge: PlanEdge, at: number, one: number, other: number): X {
    const track = this.#floor.upright[at]?.add(edge.source, edge.target, one, other);
    if (track === undefined) throw new Error(`there is no column ${at}`);
    return { upright: at, track };
  }

  #across(edge: PlanEdge, at: number, one: number, other: number): Y {
    const track = this.#floor.across[at]?.add(edge.source, edge.target, one, other);
    if (track === undefined) throw new Error(`there is no row ${at}`);
    return { across: at, track };
  }
}

const side = (of: string, to: Side): Y => ({ side: to, of, reach: 0 });
