import { targets, type FlowGraph } from "../lint/flow-graph.ts";
import { isA, type ModdleObject } from "../model.ts";
import type { OutlineNode } from "./node.ts";

/** Says for each line of a sequence which neighbour it can change places with. */
export function movable(lines: readonly OutlineNode[], graph: FlowGraph): OutlineNode[] {
  const moved = lines.map((line) => ({ ...line }));
  moved.forEach((line, at) => {
    const next = moved[at + 1];
    if (next?.element === undefined || line.element === undefined) return;
    if (!canSwap(graph.node(line.element), graph.node(next.element), graph)) return;
    line.down = next.element;
    next.up = line.element;
  });
  return moved;
}

/** Two steps of which one simply follows the other. */
function canSwap(first: ModdleObject | undefined, second: ModdleObject | undefined, graph: FlowGraph): boolean {
  if (first === undefined || second === undefined) return false;
  if (!isPlain(first, graph) || !isPlain(second, graph)) return false;
  const [before] = graph.before(first);
  return targets(graph.outgoing(first))[0] === second && before !== second && !(before !== undefined && isA(before, "bpmn:EventBasedGateway"));
}

/** One arrow in, one arrow out, and no decision. */
const isPlain = (node: ModdleObject, graph: FlowGraph): boolean =>
  graph.incoming(node).length === 1 &&
  graph.outgoing(node).length === 1 &&
  !isA(node, "bpmn:Gateway") &&
  !isA(node, "bpmn:BoundaryEvent");
