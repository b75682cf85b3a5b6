import { groupBy } from "../../run/group-by.ts";
import { known, middle, type PlanEdge, type PlanNode } from "./plan.ts";

/** How the steps follow each other: loops taken out, each step in a column behind all before it. */
export interface Flow {
  nodes: ReadonlyMap<string, PlanNode>;
  forward: PlanEdge[];
  back: PlanEdge[];
  column: Map<string, number>;
  /** From left to right. */
  order: string[];
  outgoing: Map<string, PlanEdge[]>;
  incoming: Map<string, PlanEdge[]>;
}

export function flowOf(nodes: readonly PlanNode[], edges: readonly PlanEdge[]): Flow {
  const all = new Map(nodes.map((node) => [node.id, node]));
  const inOrder = [...edges].sort((a, b) => byPlace(known(all, a.target), known(all, b.target)));
  const back = backEdges(nodes, inOrder);
  const forward = inOrder.filter((edge) => !back.has(edge));
  const outgoing = groupBy(forward, ({ source }) => source);
  const incoming = groupBy(forward, ({ target }) => target);
  const { column, order } = columns(nodes, outgoing, incoming);
  pullStarts(order, outgoing, incoming, column);
  return { nodes: all, forward, back: [...back], column, order, outgoing, incoming };
}

const byPlace = (a: PlanNode, b: PlanNode) => middle(a).y - middle(b).y || a.x - b.x;

/** The lines that lead back to a step on the way to them. */
function backEdges(nodes: readonly PlanNode[], edges: readonly PlanEdge[]): Set<PlanEdge> {
  const outgoing = groupBy(edges, ({ source }) => source);
  const entered = new Set(edges.filter((edge) => edge.source !== edge.target).map(({ target }) => target));
  const starts = nodes.filter(({ id }) => !entered.has(id)).sort(byPlace);
  const rest = [...nodes].sort((a, b) => a.x - b.x || a.y - b.y);
  const done = new Map<string, boolean>();
  const back = new Set<PlanEdge>();
  for (const { id: start } of [...starts, ...rest]) {
    if (done.has(start)) continue;
    done.set(start, false);
    const path = [{ id: start, next: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = outgoing.get(top.id)?.[top.next++];
      if (edge === undefined) {
        done.set(top.id, true);
        path.pop();
      } else if (done.get(edge.target) === false) back.add(edge);
      else if (!done.has(edge.target)) {
        done.set(edge.target, false);
        path.push({ id: edge.target, next: 0 });
      }
    }
  }
  return back;
}

function columns(
  nodes: readonly PlanNode[],
  outgoing: Map<string, PlanEdge[]>,
  incoming: Map<string, PlanEdge[]>,
) {
  const missing = new Map(nodes.map(({ id }) => [id, incoming.get(id)?.length ?? 0]));
  const column = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  const order = nodes.filter(({ id }) => missing.get(id) === 0).sort(byPlace).map(({ id }) => id);
  for (const id of order) {
    for (const { target } of outgoing.get(id) ?? []) {
      column.set(target, Math.max(known(column, target), known(column, id) + 1));
      const left = known(missing, target) - 1;
      missing.set(target, left);
      if (left === 0) order.push(target);
    }
  }
  return { column, order };
}

/** A second start stands next to what it starts, not far left of it. */
function pullStarts(
  order: readonly string[],
  outgoing: Map<string, PlanEdge[]>,
  incoming: Map<string, PlanEdge[]>,
  column: Map<string, number>,
): void {
  for (const id of order) {
    const followers = outgoing.get(id) ?? [];
    if (incoming.has(id) || followers.length === 0) continue;
    column.set(id, Math.min(...followers.map(({ target }) => known(column, target))) - 1);
  }
}
