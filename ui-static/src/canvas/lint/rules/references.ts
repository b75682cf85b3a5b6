import { inputOf, jobType, propertyOf, type ModdleObject } from "../../model.ts";
import { fittingTypes } from "../../trigger/fitting-types.ts";
import { containers, FlowGraph } from "../flow-graph.ts";
import { aWarning, type Fix, type Found, type Rule, type Surroundings } from "../found.ts";

/** What a step of a connector can sign in with. */
const ofSteps = ["basic", "api-key", "bearer"];
const mostOffered = 2;

/** Connections and models that are named and are not there. */
export const references: Rule = (process, around) =>
  containers(process)
    .flatMap((container) => new FlowGraph(container).nodes)
    .flatMap((node) => [...hookConnection(node, around), ...stepConnection(node, around), ...model(node, around)]);

function stepConnection(node: ModdleObject, around: Surroundings): Found[] {
  const name = isOurs(node) ? fixed(inputOf(node, "connection")) : undefined;
  if (name === undefined || isKnown(name, around)) return [];
  return [
    aWarning(node, {
      about: "connection",
      message: `There is no connection “${name}”, so this step will stop.`,
      fix: "Choose another one, or create it.",
      fixes: connectionFixes(node, around),
    }),
  ];
}

function hookConnection(node: ModdleObject, around: Surroundings): Found[] {
  const name = propertyOf(node, "inbound.auth.connection")?.trim() ?? "";
  const message =
    name !== "" && !isKnown(name, around)
      ? `There is no connection “${name}”, so every request is refused.`
      : name === "" && wantsConnection(node)
        ? "No connection holds the secret of the callers, so every request is refused."
        : undefined;
  return message === undefined
    ? []
    : [
        aWarning(node, {
          about: "connection",
          message,
          fix: name === "" ? "Choose the one that holds it, or create it." : "Choose another one, or create it.",
          fixes: connectionFixes(node, around),
        }),
      ];
}

/** A bearer token can be one of Wireroom's own, which is no connection. */
const wantsConnection = (node: ModdleObject) =>
  !["none", "bearer"].includes(propertyOf(node, "inbound.auth.type") ?? "none");

function model(node: ModdleObject, { models, connectors }: Surroundings): Found[] {
  const asks = connectors.some(({ type, kind }) => kind === "model" && type === jobType(node));
  const name = asks ? fixed(inputOf(node, "model")) : undefined;
  if (name === undefined || models.some(({ alias }) => alias === name)) return [];
  return [
    aWarning(node, {
      about: "model",
      message: `There is no model “${name}”, so this step will stop.`,
      fix: models.length === 0 ? "Set up a model first." : "Choose one of your models.",
      fixes: modelFixes(models),
    }),
  ];
}

/** Also for what the engine found about connections: it knows which are wanted, the browser which there are. */
export function connectionFixes(node: ModdleObject, { connections = [] }: Surroundings): Fix[] {
  const hook = propertyOf(node, "inbound.type") !== undefined;
  const fitting = hook ? fittingTypes[propertyOf(node, "inbound.auth.type") ?? ""] : ofSteps;
  const fit = connections.filter(({ type }) => fitting?.includes(type) ?? true);
  const use = ({ name }: { name: string }): Fix =>
    hook
      ? { does: "setHookConnection", label: `Use ${name}`, value: name }
      : { does: "setInput", label: `Use ${name}`, input: "connection", value: name };
  return [
    ...(fit.length > mostOffered ? [{ does: "open" as const, label: "Choose a connection", field: hook ? "hookConnection" : "input:connection" }] : fit.map(use)),
    { does: "newConnection", label: "New connection…", fitting, hook },
  ];
}

export const modelFixes = (models: Surroundings["models"]): Fix[] =>
  models.length > mostOffered
    ? [{ does: "open", label: "Choose a model", field: "input:model" }]
    : models.map(({ alias }) => ({ does: "setInput", label: `Use ${alias}`, input: "model", value: alias }));

const isOurs = (node: ModdleObject) => jobType(node)?.startsWith("wireroom:") ?? false;

const isKnown = (name: string, { connections }: Surroundings) =>
  connections?.some((one) => one.name === name) ?? true;

/** The value where it is the same in each run: an expression may give any. */
function fixed(source: string | undefined): string | undefined {
  const text = source?.trim() ?? "";
  const value = text.startsWith("=") ? /^=\s*"([^"\\]*)"$/.exec(text)?.[1] : text;
  return value === "" ? undefined : value;
}
