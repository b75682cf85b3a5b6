import { inputOf, jobType, type ModdleObject } from "../../model.ts";
import { containers, FlowGraph } from "../flow-graph.ts";
import { anError, type Found, type Rule, type Surroundings } from "../found.ts";

/** Fields that a step cannot do without. */
export const required: Rule = (process, { connectors }) =>
  containers(process)
    .flatMap((container) => new FlowGraph(container).nodes)
    .flatMap((node) => missing(node, connectors));

function missing(node: ModdleObject, connectors: Surroundings["connectors"]): Found[] {
  const type = jobType(node);
  const connector = type === undefined ? undefined : connectors.find((one) => one.type === type);
  return (connector?.inputs.required ?? [])
    .filter((input) => (inputOf(node, input)?.trim() ?? "") === "")
    .map((input) =>
      anError(node, {
        about: `input:${input}`,
        message: `“${connector?.inputs.properties?.[input]?.title ?? input}” is empty, and this step needs it.`,
        fix: "Fill it in.",
        fixes: [{ does: "open", label: "Fill it in", field: `input:${input}` }],
      }),
    );
}
