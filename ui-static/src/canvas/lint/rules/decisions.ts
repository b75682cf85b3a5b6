import { conditionOf, isA, type ModdleObject } from "../../model.ts";
import { Called, called } from "../called.ts";
import { containers, FlowGraph } from "../flow-graph.ts";
import { anError, aWarning, type Found, type Rule } from "../found.ts";

/** Decisions whose ways do not say when they are taken. */
export const decisions: Rule = (process) =>
  containers(process).flatMap((container) => {
    const graph = new FlowGraph(container);
    return graph.nodes
      .filter((node) => isA(node, "bpmn:ExclusiveGateway") || isA(node, "bpmn:InclusiveGateway"))
      .flatMap((gateway) => waysOf(gateway, graph.outgoing(gateway)));
  });

function waysOf(gateway: ModdleObject, ways: readonly ModdleObject[]): Found[] {
  if (ways.length < 2) return [];
  const otherwise = gateway.get("default");
  const bare = ways.filter((way) => way !== otherwise && conditionOf(way) === "");
  if (bare.length > 0) return bare.map((way) => withoutCondition(way, otherwise === undefined));
  return otherwise === undefined ? [withoutOtherwise(gateway)] : [];
}

function withoutCondition(way: ModdleObject, free: boolean): Found {
  const target = way.get("targetRef") as ModdleObject | undefined;
  const name = (way.name ?? "") === "" ? `The way to ${target === undefined ? "nowhere" : called(target)}` : `The way ${called(way)}`;
  return anError(way, {
    about: "condition",
    message: `${name} does not say when it is taken.`,
    fix: free ? "Give it a condition, or take it when no other way fits." : "Give it a condition.",
    fixes: [
      ...(free ? [{ does: "makeDefault" as const, label: "Take it otherwise", flow: way.id }] : []),
      { does: "open", label: "Give it a condition" },
    ],
  });
}

const withoutOtherwise = (gateway: ModdleObject): Found =>
  aWarning(gateway, {
    about: "otherwise",
    message: `${Called(gateway)} has no way for when none of its conditions is true: the run stops there.`,
    fix: "Add a way that is taken otherwise.",
    fixes: [{ does: "addDefault", label: "Add a way out" }],
  });
