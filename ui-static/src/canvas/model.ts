/** The little of bpmn-js's model that this folder looks at. */

export interface ModdleObject {
  readonly $type: string;
  id: string;
  name?: string;
  $parent?: ModdleObject;
  $instanceOf?: (type: string) => boolean;
  get(name: string): unknown;
}

export interface CanvasElement {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  businessObject: ModdleObject;
  parent?: CanvasElement;
  labelTarget?: CanvasElement;
  waypoints?: { x: number; y: number }[];
  incoming: CanvasElement[];
  outgoing: CanvasElement[];
  source?: CanvasElement;
  target?: CanvasElement;
  labels?: CanvasElement[];
  children?: CanvasElement[];
  attachers?: CanvasElement[];
}

export const isA = (element: CanvasElement | ModdleObject, type: string): boolean => {
  const object = "businessObject" in element ? element.businessObject : element;
  return object.$instanceOf?.(type) ?? false;
};

/** A list property of a moddle object; an absent one is empty. */
export const listOf = (object: ModdleObject | undefined, name: string): ModdleObject[] =>
  (object?.get(name) as ModdleObject[] | undefined) ?? [];

const textOf = (object: ModdleObject | undefined, name: string): string | undefined => {
  const value = object?.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
};

export function extension(object: ModdleObject, type: string): ModdleObject | undefined {
  const elements = object.get("extensionElements") as ModdleObject | undefined;
  return listOf(elements, "values").find((value) => value.$type === type);
}

/** The condition of a way, as it stands in the diagram; empty when it has none. */
export const conditionOf = (way: ModdleObject): string =>
  textOf(way.get("conditionExpression") as ModdleObject | undefined, "body")?.trim() ?? "";

/** The connector's type of a step ("wireroom:feed:1"), or the job type of a foreign worker. */
export const jobType = (object: ModdleObject): string | undefined =>
  textOf(extension(object, "zeebe:TaskDefinition"), "type");

/** An input mapping as it stands in the diagram: text, or FEEL after "=". */
export function inputOf(object: ModdleObject, name: string): string | undefined {
  const inputs = listOf(extension(object, "zeebe:IoMapping"), "inputParameters");
  return textOf(inputs.find((input) => input.get("target") === name), "source");
}

/** A header of a connector's step: what becomes of its answer and its errors. */
export function headerOf(object: ModdleObject, key: string): string | undefined {
  const headers = listOf(extension(object, "zeebe:TaskHeaders"), "values");
  return textOf(headers.find((header) => header.get("key") === key), "value");
}

export function propertyOf(object: ModdleObject, name: string): string | undefined {
  const properties = listOf(extension(object, "zeebe:Properties"), "properties");
  return textOf(properties.find((property) => property.get("name") === name), "value");
}

export const modelTemplate = (object: ModdleObject): string | undefined =>
  textOf(object, "zeebe:modelerTemplate");
