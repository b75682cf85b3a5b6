import type { Step } from "../api/types.ts";
import { isLoopFrame } from "./marks.ts";
import { stepName } from "./words.ts";

/** One item of a loop that a step is inside of, counted from 1. */
export interface Place {
  loop: string;
  index: number;
  of: number;
}

/** Where a step is inside of loops, the outermost first. */
export function placesOf(step: Step, steps: ReadonlyMap<string, Step>, items: Items): Place[] {
  const places: Place[] = [];
  let at: Step | undefined = step;
  for (let turn = 0; at !== undefined && turn < 100; turn++) {
    const parent: Step | undefined = at.parentId == null ? undefined : steps.get(at.parentId);
    if (parent !== undefined && isLoopFrame(parent)) {
      const order = items.get(parent.id);
      const index = at.loop?.index ?? (order?.get(at.id) ?? 0) + 1;
      places.unshift({ loop: stepName(parent), index, of: Math.max(at.loop?.of ?? 0, order?.size ?? 0) });
    }
    at = parent;
  }
  return places;
}

/** The items of every loop by their place in it. */
export type Items = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function itemsOf(steps: Iterable<Step>, byId: ReadonlyMap<string, Step>): Items {
  const items = new Map<string, Map<string, number>>();
  for (const step of steps) {
    const parent = step.parentId == null ? undefined : byId.get(step.parentId);
    if (parent === undefined || !isLoopFrame(parent)) continue;
    const order = items.get(parent.id) ?? new Map<string, number>();
    order.set(step.id, order.size);
    items.set(parent.id, order);
  }
  return items;
}

export const placeWords = (places: readonly Place[]): string =>
  places.map(({ index, of }) => `item ${index} of ${of}`).join(", ");
