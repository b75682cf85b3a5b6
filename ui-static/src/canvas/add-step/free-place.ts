interface Size {
  width: number;
  height: number;
}
interface Point {
  x: number;
  y: number;
}
type Thing = Point & Size & { waypoints?: Point[] };
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const grid = 10;
const gap = 30;
const step = 40;
const rings = 60;

/** The middle of the free ground for a shape of this size that is nearest to the wanted point. */
export function freePlace(size: Size, wanted: Point, things: readonly Thing[]): Point {
  const taken = things.flatMap(boxesOf);
  const free = (at: Point) => !taken.some((box) => meets(box, boxAround(size, at)));
  for (let ring = 0; ring < rings; ring++) {
    const [nearest] = around(wanted, ring)
      .filter(free)
      .sort((one, other) => distance(one, wanted) - distance(other, wanted));
    if (nearest !== undefined) return nearest;
  }
  const lowest = Math.max(wanted.y, ...taken.map(({ bottom }) => bottom));
  return onGrid({ x: wanted.x, y: lowest + gap + size.height });
}

function around({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [onGrid({ x, y })];
  const points: Point[] = [];
  for (let along = -ring; along <= ring; along++) {
    for (const side of [-ring, ring]) {
      points.push(onGrid({ x: x + along * step, y: y + side * step }));
      points.push(onGrid({ x: x + side * step, y: y + along * step }));
    }
  }
  return points;
}

/** A flow takes the ground under each of its lines. */
function boxesOf({ x, y, width, height, waypoints }: Thing): Box[] {
  if (waypoints === undefined) return [{ left: x, top: y, right: x + width, bottom: y + height }];
  return waypoints.slice(1).map((to, index) => {
    const from = waypoints[index] ?? to;
    return {
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      right: Math.max(from.x, to.x),
      bottom: Math.max(from.y, to.y),
    };
  });
}

const boxAround = ({ width, height }: Size, { x, y }: Point): Box => ({
  left: x - width / 2 - gap,
  top: y - height / 2 - gap,
  right: x + width / 2 + gap,
  bottom: y + height / 2 + gap,
});

const meets = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

const onGrid = ({ x, y }: Point): Point => ({
  x: Math.round(x / grid) * grid,
  y: Math.round(y / grid) * grid,
});
