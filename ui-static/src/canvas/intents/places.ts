import type { Box } from "./room.ts";

interface Point {
  x: number;
  y: number;
}
/** A shape, or a flow with its bends. */
export type Thing = Box & { waypoints?: Point[] };

/** Room right of an event's line for its name. */
export const nameRoom = 104;

const eventGap = 46;
const fromCorner = 30;
const margin = 16;
const fromHost = 40;
const step = 20;
const tries = 200;
/** So many steps down or up, before the other side is better. */
const near = 30;

/** An event on a step's edge, and the box of the way that leaves it. */
export interface Leaving {
  at: Point;
  box: Box;
}

/**
 * Where an event sits and its way goes: below the step, else above it, right of the event's line, as
 * near as it covers nothing and its line crosses no step.
 */
export function placeLeaving(
  host: Box,
  events: readonly Box[],
  size: { width: number; height: number },
  things: readonly Thing[],
): Leaving {
  const sides = [false, true].flatMap((above) => {
    const at = slotOn(host, events, above);
    return at === undefined ? [] : [{ at, above }];
  });
  for (const strict of [true, false]) {
    for (const { at, above } of sides) {
      const box = freeBeside(at, host, size, things, above, strict);
      if (box !== undefined) return { at, box };
    }
  }
  const at = sides[0]?.at ?? { x: host.x + host.width - fromCorner, y: host.y + host.height };
  return { at, box: { x: at.x + nameRoom, y: at.y + fromHost, ...size } };
}

/** The first place on the lower or upper edge that no event has, from the right. */
export function slotOn(host: Box, events: readonly Box[], above: boolean): Point | undefined {
  const y = above ? host.y : host.y + host.height;
  for (let x = host.x + host.width - fromCorner; x > host.x + 10; x -= eventGap) {
    const taken = events.some(
      (one) => Math.abs(middle(one).x - x) < eventGap - 4 && Math.abs(middle(one).y - y) < 24,
    );
    if (!taken) return { x, y };
  }
  return undefined;
}

function freeBeside(
  at: Point,
  host: Box,
  size: { width: number; height: number },
  things: readonly Thing[],
  above: boolean,
  strict: boolean,
): Box | undefined {
  const first = above ? host.y - fromHost - size.height : host.y + host.height + fromHost;
  for (let index = 0; index < (strict ? near : tries); index++) {
    const box = { x: at.x + nameRoom, y: first + (above ? -1 : 1) * index * step, ...size };
    if (isFree(box, at, things, strict)) return box;
  }
  return undefined;
}

function isFree(box: Box, at: Point, things: readonly Thing[], strict: boolean): boolean {
  const end = middle(box).y;
  const top = Math.min(end, at.y + 20);
  const bottom = Math.max(end, at.y - 20);
  const down = { x: at.x - 6, y: top, width: 12, height: bottom - top };
  const along = { x: at.x, y: end - 22, width: nameRoom, height: 28 };
  return !things.some((thing) =>
    boxesOf(thing).some(
      (one) =>
        meet(one, grown(box, margin)) ||
        (strict && thing.waypoints === undefined && (meet(one, down) || meet(one, along))),
    ),
  );
}

/** The nearest place for a box that begins here and may go down only. */
export function placeBelow(wanted: Box, things: readonly Thing[]): Box {
  for (let index = 0; index < tries; index++) {
    const box = { ...wanted, y: wanted.y + index * step };
    if (!things.some((thing) => boxesOf(thing).some((one) => meet(one, grown(box, margin))))) return box;
  }
  return wanted;
}

/** A flow takes the ground under each of its lines. */
function boxesOf({ waypoints, ...box }: Thing): Box[] {
  if (waypoints === undefined) return [box];
  return waypoints.slice(1).map((to, index) => {
    const from = waypoints[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
