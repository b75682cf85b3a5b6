import type { Flow } from "./flow.ts";
import { known, middle, type PlanEdge, type PlanNode, type Side } from "./plan.ts";

/** Steps that stand on one line. */
export interface Chain {
  nodes: string[];
  /** The line that leads here from another chain. */
  entry: PlanEdge | undefined;
  side: Side;
  /** The columns that its line needs, with where it comes from and where it goes to. */
  from: number;
  to: number;
  band: number;
}

/** Steps closer to one height than this stand on one line already. */
const straightEnough = 6;

/** Cuts the flow into chains: each step goes on with the one follower that leads furthest. */
export function chainsOf(flow: Flow): Chain[] {
  const rest = lengths(flow);
  const next = new Map<string, string>();
  const before = new Map<string, string>();
  for (const id of flow.order) {
    const main = mainFollower(flow, id, rest);
    if (main !== undefined) next.set(id, main);
  }
  for (const id of flow.order) {
    const main = mainLeader(flow, id, next);
    if (main !== undefined) before.set(id, main);
  }
  return flow.order
    .filter((id) => !before.has(id))
    .map((head) => {
      const nodes = [head];
      for (let at = next.get(head); at !== undefined && before.get(at) === nodes.at(-1); at = next.get(at)) {
        nodes.push(at);
      }
      return chain(flow, nodes);
    });
}

function chain(flow: Flow, nodes: string[]): Chain {
  const head = nodes[0] ?? "";
  const last = nodes.at(-1) ?? head;
  const column = (id: string) => known(flow.column, id);
  const [entry] = [...(flow.incoming.get(head) ?? [])].sort((a, b) => column(b.source) - column(a.source));
  const exits = (flow.outgoing.get(last) ?? []).filter(({ from }) => from === undefined);
  const band = known(flow.nodes, head).band;
  return {
    nodes,
    entry,
    side: entry === undefined ? "bottom" : sideOf(flow, entry),
    from: entry === undefined ? column(head) : column(entry.source),
    to: Math.max(column(last), ...exits.map(({ target }) => column(target))),
    band,
  };
}

function sideOf(flow: Flow, entry: PlanEdge): Side {
  if (entry.from !== undefined) return entry.from.side;
  return height(flow, entry.target) < height(flow, entry.source) - straightEnough ? "top" : "bottom";
}

const height = (flow: Flow, id: string) => middle(known(flow.nodes, id)).y;

const goesOn = (edge: PlanEdge, nodes: ReadonlyMap<string, PlanNode>) =>
  edge.from === undefined && known(nodes, edge.source).band === known(nodes, edge.target).band;

/** How many steps can follow. */
function lengths(flow: Flow): Map<string, number> {
  const rest = new Map<string, number>();
  for (const id of [...flow.order].reverse()) {
    const followers = flow.outgoing.get(id) ?? [];
    rest.set(id, 1 + Math.max(0, ...followers.map(({ target }) => rest.get(target) ?? 0)));
  }
  return rest;
}

function mainFollower(flow: Flow, id: string, rest: ReadonlyMap<string, number>): string | undefined {
  const straight = (target: string) => Math.abs(height(flow, target) - height(flow, id)) < straightEnough;
  return best(
    (flow.outgoing.get(id) ?? []).filter((edge) => goesOn(edge, flow.nodes)).map(({ target }) => target),
    (target) => (straight(target) ? 1e6 : 0) + known(rest, target),
  );
}

function mainLeader(flow: Flow, id: string, next: ReadonlyMap<string, string>): string | undefined {
  const straight = (source: string) => Math.abs(height(flow, source) - height(flow, id)) < straightEnough;
  return best(
    (flow.incoming.get(id) ?? [])
      .filter((edge) => goesOn(edge, flow.nodes) && next.get(edge.source) === id)
      .map(({ source }) => source),
    (source) => (straight(source) ? 1e6 : 0) + known(flow.column, source),
  );
}

function best(ids: string[], score: (id: string) => number): string | undefined {
  let found: string | undefined;
  for (const id of ids) if (found === undefined || score(id) > score(found)) found = id;
  return found;
}
