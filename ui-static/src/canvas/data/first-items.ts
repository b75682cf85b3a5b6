import type { Variables } from "../../api/types.ts";
import { valueAt } from "../../run/paths.ts";
import { extension, isA, type ModdleObject } from "../model.ts";
import { around } from "./before.ts";

/** Of each “for each” that the element has or is in: the name of one item, with its list's first, where that is known. */
export function firstItems(object: ModdleObject, values: Variables): Variables {
  const found: Variables = {};
  for (const each of [...around(object), object]) {
    const loop = loopOf(each);
    const name = loop?.get("inputElement");
    const list = loop?.get("inputCollection");
    if (typeof name !== "string" || typeof list !== "string" || !list.startsWith("=")) continue;
    const items = valueAt({ ...values, ...found }, list.slice(1));
    if (Array.isArray(items) && items[0] !== undefined) found[name] = items[0];
  }
  return found;
}

export function loopOf(object: ModdleObject): ModdleObject | undefined {
  const loop = isA(object, "bpmn:Activity") ? (object.get("loopCharacteristics") as ModdleObject | undefined) : undefined;
  return loop === undefined ? undefined : extension(loop, "zeebe:LoopCharacteristics");
}
