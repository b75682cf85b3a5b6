import { groupBy } from "../../run/group-by.ts";
import type { Flow } from "./flow.ts";
import { known, type PlanEdge, type PlanNode, type Side } from "./plan.ts";
import type { Rows } from "./rows.ts";
import { Aisle } from "./tracks.ts";

export interface Cell {
  row: number;
  column: number;
}

/** Which cells are taken by steps and which by lines; the aisles between rows and columns. */
export class Floor {
  readonly columns: number;
  readonly rows: number;
  /** Left of each column, and right of the last. */
  readonly upright: Aisle[];
  /** Above each row, and below the last. */
  readonly across: Aisle[];
  readonly #flow: Flow;
  readonly #row: Rows;
  readonly #steps: Set<string>;
  readonly #along = new Map<number, { edge: PlanEdge; from: number; to: number }[]>();
  readonly #ends = new Map<string, "in" | "out">();

  constructor(flow: Flow, rows: Rows) {
    this.#flow = flow;
    this.#row = rows;
    this.columns = 1 + Math.max(0, ...flow.column.values());
    this.rows = rows.bands.length;
    this.upright = Array.from({ length: this.columns + 1 }, () => new Aisle());
    this.across = Array.from({ length: this.rows + 1 }, () => new Aisle());
    this.#steps = new Set(flow.order.map((id) => key(this.cell(id))));
  }

  cell(id: string): Cell {
    return { row: known(this.#row.row, id), column: known(this.#flow.column, id) };
  }

  node(id: string): PlanNode {
    return known(this.#flow.nodes, id);
  }

  /** The steps of each column, or of each row. */
  steps(by: "row" | "column"): PlanNode[][] {
    const groups = groupBy(this.#flow.order, (id) => `${this.cell(id)[by]}`);
    const count = by === "row" ? this.rows : this.columns;
    return Array.from({ length: count }, (_, at) => (groups.get(`${at}`) ?? []).map((id) => this.node(id)));
  }

  /** No step stands between two columns of a row, and no other line runs there. */
  rowIsFree(edge: PlanEdge, row: number, one: number, other: number): boolean {
    const [from, to] = one < other ? [one, other] : [other, one];
    for (let column = from + 1; column < to; column++) {
      if (this.#steps.has(key({ row, column }))) return false;
    }
    return !(this.#along.get(row) ?? []).some(
      (line) =>
        line.edge.source !== edge.source &&
        line.edge.target !== edge.target &&
        line.from < to &&
        from < line.to,
    );
  }

  /** No step stands in the column from below or above one row up to the other. */
  columnIsFree(column: number, start: number, end: number): boolean {
    const step = Math.sign(end - start);
    for (let row = start + step; row !== end + step; row += step) {
      if (this.#steps.has(key({ row, column }))) return false;
    }
    return true;
  }

  runAlong(edge: PlanEdge, row: number, one: number, other: number): void {
    const line = { edge, from: Math.min(one, other), to: Math.max(one, other) };
    this.#along.set(row, [...(this.#along.get(row) ?? []), line]);
  }

  /** Whether lines of this kind may end at a step's top or bottom; keeps it for them. */
  mayEnd(id: string, side: Side, kind: "in" | "out"): boolean {
    const there = this.#ends.get(`${id} ${side}`);
    return !this.node(id).busy.includes(side) && (there === undefined || there === kind);
  }

  end(id: string, side: Side, kind: "in" | "out"): void {
    this.#ends.set(`${id} ${side}`, kind);
  }
}

const key = ({ row, column }: Cell) => `${row}/${column}`;
