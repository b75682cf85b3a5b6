import { chainsOf } from "./chains.ts";
import { Floor } from "./floor.ts";
import { flowOf } from "./flow.ts";
import { Measures } from "./measures.ts";
import { known, middle, type Arranged, type Box, type PlanEdge, type PlanNode, type Point } from "./plan.ts";
import { routesOf } from "./routes.ts";
import { rowsOf } from "./rows.ts";

const apart = 50;

/** Steps without lines stand in rows of this width, or of the rest's. */
const widest = 900;

/**
 * Places steps in rows and columns: from left to right, branches below or above, no line through a
 * step. What hangs together stays together; the order on the drawing says which comes first.
 */
export function arrange(nodes: readonly PlanNode[], edges: readonly PlanEdge[], bandCount = 1): Arranged {
  if (bandCount > 1) return arrangeLinked(nodes, edges, bandCount);
  const parts = linkedParts(nodes, edges);
  const whole: Arranged = { width: 0, height: 0, boxes: new Map(), lines: new Map(), bands: [] };
  for (const part of parts.filter(({ length }) => length > 1)) {
    const ids = new Set(part.map(({ id }) => id));
    add(whole, arrangeLinked(part, edges.filter(({ source }) => ids.has(source)), 1));
  }
  const loops = new Set(edges.map(({ source }) => source));
  const single = parts.filter(({ length }) => length === 1).flat();
  for (const node of single.filter(({ id }) => loops.has(id))) {
    add(whole, arrangeLinked([node], edges.filter(({ source }) => source === node.id), 1));
  }
  placeLoose(whole, single.filter(({ id }) => !loops.has(id)));
  whole.bands = [{ top: 0, bottom: whole.height }];
  return whole;
}

function arrangeLinked(nodes: readonly PlanNode[], edges: readonly PlanEdge[], bandCount: number): Arranged {
  const flow = flowOf(nodes, edges);
  const chains = chainsOf(flow);
  const rows = rowsOf(flow, chains, bandCount);
  const floor = new Floor(flow, rows);
  const routes = routesOf(flow, chains, floor);
  const measures = new Measures(floor, edges);
  const lines = new Map<string, Point[]>();
  for (const [edge, route] of routes) lines.set(edge.id, measures.points(route));
  const { width, height, boxes, rowTop, rowBottom } = measures;
  const bands = Array.from({ length: bandCount }, (_, band) => ({
    top: rowTop[rows.bands.indexOf(band)] ?? 0,
    bottom: rowBottom[rows.bands.lastIndexOf(band)] ?? 0,
  }));
  return { width, height, boxes, lines, bands };
}

function add(whole: Arranged, part: Arranged): void {
  const y = whole.height === 0 ? 0 : whole.height + apart;
  for (const [id, box] of part.boxes) whole.boxes.set(id, { ...box, y: box.y + y });
  for (const [id, line] of part.lines) {
    whole.lines.set(
      id,
      line.map((point) => ({ x: point.x, y: point.y + y })),
    );
  }
  whole.width = Math.max(whole.width, part.width);
  whole.height = y + part.height;
}

function placeLoose(whole: Arranged, nodes: PlanNode[]): void {
  const limit = Math.max(widest, whole.width);
  let x = 0;
  let y = whole.height === 0 ? 0 : whole.height + apart;
  let bottom = y;
  for (const node of [...nodes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const width = Math.max(node.width, node.span);
    if (x > 0 && x + width > limit) {
      x = 0;
      y = bottom + apart;
    }
    const box: Box = { x: x + (width - node.width) / 2, y: y + node.above, width: node.width, height: node.height };
    whole.boxes.set(node.id, box);
    whole.width = Math.max(whole.width, x + width);
    bottom = Math.max(bottom, y + node.above + node.height + node.below);
    x += width + apart;
  }
  if (nodes.length > 0) whole.height = bottom;
}

/** The steps that lines hold together, the upper ones first. */
function linkedParts(nodes: readonly PlanNode[], edges: readonly PlanEdge[]): PlanNode[][] {
  const leader = new Map(nodes.map(({ id }) => [id, id]));
  const lead = (id: string): string => {
    let at = id;
    while (known(leader, at) !== at) at = known(leader, at);
    for (let step = id; step !== at; ) {
      const next = known(leader, step);
      leader.set(step, at);
      step = next;
    }
    return at;
  };
  for (const { source, target } of edges) leader.set(lead(source), lead(target));
  const parts = new Map<string, PlanNode[]>();
  for (const node of nodes) {
    const part = parts.get(lead(node.id));
    if (part === undefined) parts.set(lead(node.id), [node]);
    else part.push(node);
  }
  const top = (part: PlanNode[]) => Math.min(...part.map((node) => middle(node).y));
  return [...parts.values()].sort((a, b) => top(a) - top(b));
}
