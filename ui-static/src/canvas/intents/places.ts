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

/** The middle of a new event on a step's edge: below from the right, then above. */
export function placeOnEdge(host: Box, events: readonly Box[]): Point & { above: boolean } {
  for (const above of [false, true]) {
    const y = above ? host.y : host.y + host.height;
    for (let x = host.x + host.width - fromCorner; x > host.x + 10; x -= eventGap) {
      const taken = events.some(
        (one) => Math.abs(middle(one).x - x) < eventGap - 4 && Math.abs(middle(one).y - y) < 24,
      );
      if (!taken) return { x, y, above };
    }
  }
  return { x: host.x + host.width - fromCorner, y: host.y + host.height, above: false };
}

/**
 * Where a way of this size goes that leaves an event: right of the event's line, as near as it
 * covers nothing and its line crosses no step.
 */
export function placeBeside(
  event: Box,
  host: Box,
  size: { width: number; height: number },
  things: readonly Thing[],
  above = false,
): Box {
  const line = middle(event).x;
  const first = above ? host.y - fromHost - size.height : host.y + host.height + fromHost;
  for (let index = 0; index < tries; index++) {
    const y = first + (above ? -1 : 1) * index * step;
    const box = { x: line + nameRoom, y, ...size };
    if (isFree(box, line, event, things)) return box;
  }
  return { x: line + nameRoom, y: first, ...size };
}

function isFree(box: Box, line: number, event: Box, things: readonly Thing[]): boolean {
  const end = middle(box).y;
  const top = Math.min(end, middle(event).y + 20);
  const bottom = Math.max(end, middle(event).y - 20);
  const down = { x: line - 6, y: top, width: 12, height: bottom - top };
  const along = { x: line, y: end - 22, width: nameRoom, height: 28 };
  return !things.some((thing) =>
    boxesOf(thing).some(
      (one) =>
        meet(one, grown(box, margin)) ||
        (thing.waypoints === undefined && (meet(one, down) || meet(one, along))),
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
