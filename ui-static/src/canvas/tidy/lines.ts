import { isLine, type Drawn, type Targets } from "./drawn.ts";
import { middle, type Box, type Point, type Size } from "./plan.ts";
import { sizeOf } from "./belongings.ts";

const gap = 4;

/** The lines that no row or column holds: to notes and data, between pools. */
export function putStraightLines(all: readonly Drawn[], targets: Targets): void {
  const open = all.filter((element) => isLine(element) && !targets.lines.has(element));
  // why: a line may end on another line, which has to be there first.
  const later = (line: Drawn) => (line.target !== undefined && isLine(line.target) ? 1 : 0);
  for (const line of open.sort((a, b) => later(a) - later(b))) {
    const from = endOf(line.source, targets);
    const to = endOf(line.target, targets);
    if (from !== undefined && to !== undefined) targets.lines.set(line, straight(from, to));
  }
}

function endOf(end: Drawn | undefined, targets: Targets): Box | undefined {
  if (end === undefined) return undefined;
  if (!isLine(end)) return targets.boxes.get(end) ?? { ...end, ...sizeOf(end) };
  const points = targets.lines.get(end) ?? end.waypoints ?? [];
  const [from, to] = longest(points);
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, width: 0, height: 0 };
}

/** Upright or level where the two face each other, else from middle to middle. */
export function straight(from: Box, to: Box): Point[] {
  const x = shared(from.x, from.x + from.width, to.x, to.x + to.width);
  if (x !== undefined) {
    const down = middle(from).y < middle(to).y;
    return [
      { x, y: down ? from.y + from.height : from.y },
      { x, y: down ? to.y : to.y + to.height },
    ];
  }
  const y = shared(from.y, from.y + from.height, to.y, to.y + to.height);
  if (y !== undefined) {
    const right = middle(from).x < middle(to).x;
    return [
      { x: right ? from.x + from.width : from.x, y },
      { x: right ? to.x : to.x + to.width, y },
    ];
  }
  return [edgeTowards(from, middle(to)), edgeTowards(to, middle(from))];
}

function shared(aFrom: number, aTo: number, bFrom: number, bTo: number): number | undefined {
  const from = Math.max(aFrom, bFrom);
  const to = Math.min(aTo, bTo);
  return from <= to ? (from + to) / 2 : undefined;
}

function edgeTowards(box: Box, point: Point): Point {
  const centre = middle(box);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: Math.round(centre.x + dx * scale), y: Math.round(centre.y + dy * scale) };
}

/** The names of lines stand on their longest level part, near where they come from. */
export function putLineLabels(targets: Targets): void {
  for (const [line, points] of targets.lines) {
    const label = line.labels?.[0];
    if (label !== undefined) targets.boxes.set(label, labelBox(points, sizeOf(label)));
  }
}

function labelBox(points: readonly Point[], { width, height }: Size): Box {
  const [from, to] = longest(points);
  if (from.y !== to.y) {
    return { x: from.x + gap, y: (from.y + to.y - height) / 2, width, height };
  }
  const room = Math.abs(to.x - from.x) - width;
  const start = Math.min(8, Math.max(0, room / 2));
  const x = to.x > from.x ? from.x + start : from.x - start - width;
  return { x, y: from.y - height - gap, width, height };
}

function longest(points: readonly Point[]): [Point, Point] {
  const pieces = points.slice(1).map((to, at): [Point, Point] => [points[at] ?? to, to]);
  const level = pieces.filter(([from, to]) => from.y === to.y);
  const length = ([from, to]: [Point, Point]) => Math.hypot(to.x - from.x, to.y - from.y);
  const [first] = [...(level.length > 0 ? level : pieces)].sort((a, b) => length(b) - length(a));
  const nowhere = points[0] ?? { x: 0, y: 0 };
  return first ?? [nowhere, nowhere];
}
