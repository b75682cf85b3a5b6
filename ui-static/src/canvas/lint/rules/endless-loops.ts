import { isA, type ModdleObject } from "../../model.ts";
import { called, hasDefinition } from "../called.ts";
import { containers, FlowGraph } from "../flow-graph.ts";
import { aWarning, type Found, type Rule } from "../found.ts";

/** Loops that no run can leave. */
export const endlessLoops: Rule = (process) => inside(process, new FlowGraph(process), false);

function inside(container: ModdleObject, around: FlowGraph, ended: boolean): Found[] {
  const graph = new FlowGraph(container);
  const ends = ended || isEnded(container, around, graph);
  const inner = containers(container)
    .slice(1)
    .filter((one) => one.$parent === container);
  return [...(ends ? [] : loops(graph)), ...inner.flatMap((one) => inside(one, graph, ends))];
}

/** Something from outside can end everything in the container. */
const isEnded = (container: ModdleObject, around: FlowGraph, graph: FlowGraph): boolean =>
  around.attached(container).some(interrupts) ||
  graph.nodes
    .filter((node) => node.get("triggeredByEvent") === true)
    .some((group) =>
      new FlowGraph(group).nodes.some(
        (node) => isA(node, "bpmn:StartEvent") && node.get("isInterrupting") !== false,
      ),
    );

const interrupts = (event: ModdleObject) => event.get("cancelActivity") !== false;

function loops(graph: FlowGraph): Found[] {
  const ending = ableToEnd(graph);
  const told = new Set<ModdleObject>();
  return graph.nodes.flatMap((node) => {
    if (ending.has(node) || told.has(node)) return [];
    const loop = loopFrom(node, graph, ending);
    const [first] = loop;
    const known = loop.some((one) => told.has(one));
    graph.reach([node]).forEach((one) => told.add(one));
    return first === undefined || known ? [] : [endless(first, loop)];
  });
}

/** Goes back from where runs end: at a fork every way has to, unless one of them ends everything. */
function ableToEnd(graph: FlowGraph): Set<ModdleObject> {
  const stops = graph.nodes.filter(
    (node) => isA(node, "bpmn:EndEvent") && hasDefinition(node, "bpmn:TerminateEventDefinition"),
  );
  const able = graph.reach(stops, (node) => graph.before(node));
  const open = [...graph.nodes.filter((node) => ways(node, graph).length === 0), ...able];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    able.add(node);
    for (const before of graph.before(node)) {
      if (!able.has(before) && canEnd(before, graph, able)) open.push(before);
    }
  }
  return able;
}

function canEnd(node: ModdleObject, graph: FlowGraph, able: Set<ModdleObject>): boolean {
  const next = ways(node, graph);
  return isA(node, "bpmn:ParallelGateway")
    ? next.every((one) => able.has(one))
    : next.some((one) => able.has(one));
}

/** An event that interrupts nothing leaves the run where it is. */
const ways = (node: ModdleObject, graph: FlowGraph): ModdleObject[] =>
  graph.next(node).filter((one) => !isA(one, "bpmn:BoundaryEvent") || interrupts(one));

function loopFrom(start: ModdleObject, graph: FlowGraph, ending: Set<ModdleObject>): ModdleObject[] {
  const path: ModdleObject[] = [];
  let node: ModdleObject | undefined = start;
  while (node !== undefined && !path.includes(node)) {
    path.push(node);
    node = ways(node, graph).find((one) => !ending.has(one));
  }
  return node === undefined ? [] : path.slice(path.indexOf(node));
}

const mostNamed = 4;

function endless(first: ModdleObject, loop: readonly ModdleObject[]): Found {
  const names = loop.slice(0, mostNamed).map(called);
  const path = [...names, ...(loop.length > mostNamed ? ["…"] : []), called(first)].join(" → ");
  return aWarning(first, {
    about: "endless",
    message: `This goes round for ever: ${path}.`,
    fix: "Add a decision in the loop, with a way out of it.",
    fixes: [{ does: "open", label: "Show it" }],
  });
}
