export interface Point {
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}
export type Box = Point & Size;
export type Side = "top" | "bottom";

/** A step, as far as its place matters. Where it stands now decides which branch comes first. */
export interface PlanNode extends Box {
  id: string;
  /** Room for what belongs to it: its name, a note, events on its edge. */
  above: number;
  below: number;
  /** The widest thing above or below it. */
  span: number;
  /** Lines may leave and enter at its top and bottom. */
  gateway: boolean;
  /** Where something stands already, so that no line ends there. */
  busy: Side[];
  /** The lane it stays in, counted from the top. */
  band: number;
}

export interface PlanEdge {
  id: string;
  source: string;
  target: string;
  label?: Size;
  /** The event on the source's edge that the line leaves from. */
  from?: { x: number; side: Side; reach: number };
}

export interface Arranged extends Size {
  boxes: Map<string, Box>;
  lines: Map<string, Point[]>;
  /** Upper and lower end of each lane. */
  bands: { top: number; bottom: number }[];
}

export const middle = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A value of a map that is known to be there. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is known of ${String(key)}`);
  return value;
}
