import { isA, type ModdleObject } from "../../model.ts";
import { called } from "../called.ts";
import { beginsByItself, containers, FlowGraph, isAdHoc } from "../flow-graph.ts";
import { aWarning, type Fix, type Found, type Rule } from "../found.ts";

/** Steps that no run can ever come to. */
export const unreachable: Rule = (process) => containers(process).flatMap(inContainer);

function inContainer(container: ModdleObject): Found[] {
  const graph = new FlowGraph(container);
  if (isAdHoc(container) || !graph.nodes.some((node) => isA(node, "bpmn:StartEvent"))) return [];
  const reached = graph.reach(graph.nodes.filter(beginsByItself));
  const lost = graph.nodes.filter((node) => !reached.has(node));
  const firsts = lost.filter((node) => !graph.before(node).some((before) => !reached.has(before)));
  const told = new Set<ModdleObject>();
  return [...firsts, ...lost].flatMap((node) => {
    if (told.has(node)) return [];
    const behind = [...graph.reach([node])].filter((one) => !reached.has(one) && !told.has(one));
    behind.forEach((one) => told.add(one));
    return [lostFrom(node, behind, connection(node, graph, reached))];
  });
}

function lostFrom(node: ModdleObject, behind: ModdleObject[], connect: Fix[]): Found {
  const alone = behind.length === 1;
  return aWarning(node, {
    about: "unreachable",
    message: alone
      ? `Nothing leads to ${called(node)}, so it never runs.`
      : `Nothing leads to ${called(node)}, so it and what follows never run.`,
    fix: connect.length > 0 ? "Connect it, or remove it." : "Draw an arrow to it, or remove it.",
    fixes: [
      ...connect,
      { does: "remove", label: alone ? "Remove it" : `Remove all ${behind.length}`, elements: behind.map(({ id }) => id) },
    ],
  });
}

/** Where exactly one step leads nowhere, it is the one that was meant to lead here. */
function connection(node: ModdleObject, graph: FlowGraph, reached: Set<ModdleObject>): Fix[] {
  if (graph.incoming(node).length > 0 || isA(node, "bpmn:BoundaryEvent")) return [];
  const [only, ...others] = graph.nodes.filter((one) => reached.has(one) && isLoose(one, graph));
  if (only === undefined || others.length > 0) return [];
  return [{ does: "connect", label: `Connect with ${called(only)}`, from: only.id, to: node.id }];
}

const isLoose = (node: ModdleObject, graph: FlowGraph): boolean =>
  graph.outgoing(node).length === 0 &&
  !isA(node, "bpmn:EndEvent") &&
  node.get("triggeredByEvent") !== true &&
  node.get("isForCompensation") !== true;

