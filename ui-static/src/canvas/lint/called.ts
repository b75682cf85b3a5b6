import { isA, listOf, type ModdleObject } from "../model.ts";

const kinds: [type: string, word: string][] = [
  ["bpmn:StartEvent", "the start"],
  ["bpmn:EndEvent", "the end"],
  ["bpmn:BoundaryEvent", "what is watched for here"],
  ["bpmn:Event", "an event without a name"],
  ["bpmn:EventBasedGateway", "a choice without a name"],
  ["bpmn:ParallelGateway", "a fork without a name"],
  ["bpmn:Gateway", "a decision without a name"],
  ["bpmn:SubProcess", "a group without a name"],
  ["bpmn:SequenceFlow", "a way without a name"],
];

export const nameOf = (object: ModdleObject): string => object.name?.trim() ?? "";

/** How people call it in a sentence: “its name”, or what it is. */
export function called(object: ModdleObject): string {
  const name = nameOf(object);
  if (name !== "") return `“${name}”`;
  return kinds.find(([type]) => isA(object, type))?.[1] ?? "a step without a name";
}

/** The same at the beginning of a sentence. */
export const Called = (object: ModdleObject): string => {
  const text = called(object);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const hasDefinition = (event: ModdleObject, type: string): boolean =>
  listOf(event, "eventDefinitions").some((definition) => definition.$type === type);
