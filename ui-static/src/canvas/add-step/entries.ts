import type { ConnectorInfo, JsonSchema } from "../../api/types.ts";
import { connectorDrawing } from "../../run/connector-icons.ts";
import type { Kind } from "../cards/describe.ts";
import type { StartKind } from "../trigger/kinds.ts";
import type { IconNode } from "lucide";
import { arrivals, decisions, ends, loops, otherWorkflow, people, waits } from "./plain-entries.ts";
import { synonyms } from "./synonyms.ts";

/** What a new element is made of. */
export interface Recipe {
  type: string;
  name?: string;
  /** A connector's job type: the element gets the connector's template. */
  connector?: string;
  /** Inputs of the connector that are filled in from the beginning. */
  inputs?: Record<string, string>;
  eventDefinitionType?: string;
  eachItem?: boolean;
  /** What starts the workflow here. */
  starts?: StartKind;
  /** What an event in the middle waits for. */
  waits?: "time" | "reply";
}

export type ActionId =
  | "arrives"
  | "do"
  | "model"
  | "decide"
  | "each"
  | "wait"
  | "person"
  | "workflow"
  | "end";

/** One thing that can be added. */
export interface AddEntry {
  id: string;
  action: ActionId;
  label: string;
  hint: string;
  /** Other words that people look for it by. */
  words: string;
  kind: Kind;
  drawing: IconNode;
  recipe: Recipe;
}

/** Everything an editor needs daily, by what it does; the rest of BPMN is one click further. */
export function addEntries(connectors: readonly ConnectorInfo[]): AddEntry[] {
  const steps = connectors.flatMap(operations);
  return [
    ...arrivals,
    ...steps.filter((step) => step.action === "do"),
    ...steps.filter((step) => step.action === "model"),
    ...decisions,
    ...loops,
    ...waits,
    ...people,
    ...otherWorkflow,
    ...ends,
  ];
}

/** A connector that can do several things is found by each of them. */
function operations(connector: ConnectorInfo): AddEntry[] {
  const action = connector.kind === "model" ? "model" : "do";
  const whole: AddEntry = {
    id: `${action}/${connector.type}`,
    action,
    label: connector.name,
    hint: connector.summary,
    words: synonyms(connector),
    kind: connector.kind,
    drawing: connectorDrawing(connector.icon),
    recipe: { type: "bpmn:ServiceTask", name: connector.name, connector: connector.type },
  };
  const choices = choicesOf(connector.inputs, "operation");
  if (choices.length === 0) return [whole];
  return choices.map((choice) => ({
    ...whole,
    id: `${whole.id}/${choice}`,
    label: `${connector.name}: ${inWords(choice)}`,
    recipe: { ...whole.recipe, name: sentence(inWords(choice)), inputs: { operation: choice } },
  }));
}

const choicesOf = (schema: JsonSchema, input: string): string[] =>
  schema.properties?.[input]?.enum ?? [];

const inWords = (choice: string) =>
  choice.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[-_]+/g, " ").toLowerCase();

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
