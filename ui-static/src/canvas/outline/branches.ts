import { targets, type FlowGraph } from "../lint/flow-graph.ts";
import type { ModdleObject } from "../model.ts";

/**
 * Where the ways of a decision come together again: the nearest element that all ways which meet at
 * all come to. Undefined when each way goes on to an end of its own.
 */
export function meeting(
  split: ModdleObject,
  ways: readonly ModdleObject[],
  graph: FlowGraph,
): ModdleObject | undefined {
  const onlyForward = (node: ModdleObject) =>
    targets(graph.outgoing(node)).filter((next) => next !== split);
  const reaches = targets(ways).map((start) => inOrder(start, onlyForward));
  const meet = reaches.filter((own) =>
    reaches.some((other) => other !== own && [...own].some((node) => other.has(node))),
  );
  const [first, ...others] = meet;
  if (first === undefined || others.length === 0) return undefined;
  return [...first].find((node) => others.every((other) => other.has(node)));
}

/** Nearest first. */
function inOrder(start: ModdleObject, next: (node: ModdleObject) => ModdleObject[]): Set<ModdleObject> {
  const reached = new Set([start]);
  for (const node of reached) next(node).forEach((one) => reached.add(one));
  return reached;
}
