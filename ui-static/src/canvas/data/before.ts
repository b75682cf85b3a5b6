import { isA, listOf, type ModdleObject } from "../model.ts";

/** The elements that may be done when this one is reached: the way back through the drawing. */
export function before(object: ModdleObject): Set<string> {
  const found = new Set<string>();
  const look = (at: ModdleObject) => {
    for (const one of waysTo(at)) {
      if (found.has(one.id)) continue;
      found.add(one.id);
      for (const inner of insideOf(one)) found.add(inner.id);
      look(one);
    }
  };
  look(object);
  return found;
}

function waysTo(object: ModdleObject): ModdleObject[] {
  if (isA(object, "bpmn:SequenceFlow")) return [object.get("sourceRef") as ModdleObject];
  if (isA(object, "bpmn:BoundaryEvent")) {
    const host = object.get("attachedToRef") as ModdleObject;
    return [host, ...waysTo(host)];
  }
  const sources = listOf(object, "incoming").map((flow) => flow.get("sourceRef") as ModdleObject);
  const parent = object.$parent;
  if (parent === undefined || !isA(parent, "bpmn:SubProcess")) return sources;
  // why: an event inside of a group can begin when anything around it is done.
  const around = parent.get("triggeredByEvent") === true ? insideOf(parent.$parent) : waysTo(parent);
  return [...sources, ...around.filter((one) => one !== parent)];
}

function insideOf(object: ModdleObject | undefined): ModdleObject[] {
  const isScope = object !== undefined && (isA(object, "bpmn:SubProcess") || isA(object, "bpmn:Process"));
  return isScope ? listOf(object, "flowElements").flatMap((one) => [one, ...insideOf(one)]) : [];
}

/** The groups around an element, the outermost first. */
export function around(object: ModdleObject): ModdleObject[] {
  const groups: ModdleObject[] = [];
  let at = object.$parent;
  while (at !== undefined && isA(at, "bpmn:SubProcess")) {
    groups.unshift(at);
    at = at.$parent;
  }
  return groups;
}
