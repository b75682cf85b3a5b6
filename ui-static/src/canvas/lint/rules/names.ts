import { isA, type ModdleObject } from "../../model.ts";
import { nameOf } from "../called.ts";
import { containers, FlowGraph } from "../flow-graph.ts";
import { aWarning, type Rule } from "../found.ts";

/** Steps and decisions that nobody could tell apart in a list of runs. */
export const names: Rule = (process) =>
  containers(process).flatMap((container) => {
    const graph = new FlowGraph(container);
    return graph.nodes
      .filter((node) => nameOf(node) === "")
      .flatMap((node) => {
        const message = wanted(node, graph.outgoing(node).length);
        return message === undefined
          ? []
          : [aWarning(node, { about: "name", message, fixes: [{ does: "name", label: "Name it" }] })];
      });
  });

function wanted(node: ModdleObject, ways: number): string | undefined {
  if (isA(node, "bpmn:Task") || isA(node, "bpmn:CallActivity")) return "This step has no name.";
  const decides = isA(node, "bpmn:ExclusiveGateway") || isA(node, "bpmn:InclusiveGateway");
  return decides && ways > 1 ? "This decision does not say what it asks." : undefined;
}
