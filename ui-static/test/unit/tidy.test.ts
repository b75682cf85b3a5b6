import { describe, expect, it } from "vitest";
import { arrange } from "../../src/canvas/tidy/arrange.ts";
import { isFrame, isLine, type Drawn, type Targets } from "../../src/canvas/tidy/drawn.ts";
import { straight } from "../../src/canvas/tidy/lines.ts";
import type { Arranged, Box, PlanEdge, PlanNode, Point } from "../../src/canvas/tidy/plan.ts";
import { tidied } from "../../src/canvas/tidy/tidied.ts";
import { drawn, example } from "./drawn.ts";

const node = (id: string, rest: Partial<PlanNode> = {}): PlanNode => ({
  id,
  x: 0,
  y: 0,
  width: 160,
  height: 64,
  above: 0,
  below: 0,
  span: 160,
  gateway: false,
  busy: [],
  band: 0,
  ...rest,
});
const gateway = (id: string) => node(id, { y: 7, width: 50, height: 50, span: 50, gateway: true });
const edge = (source: string, target: string, rest: Partial<PlanEdge> = {}): PlanEdge => ({
  id: `${source}-${target}`,
  source,
  target,
  ...rest,
});

const centre = (box: Box | undefined) => (box === undefined ? NaN : box.y + box.height / 2);
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Every pair of steps that cover each other, and every line through a step. */
function faults({ boxes, lines }: Arranged, edges: PlanEdge[]): string[] {
  const found: string[] = [];
  const all = [...boxes];
  all.forEach(([id, box], at) => {
    for (const [other, there] of all.slice(at + 1)) if (overlap(box, there)) found.push(`${id} covers ${other}`);
  });
  for (const { id, source, target } of edges) {
    const points = lines.get(id) ?? [];
    if (points.length < 2) found.push(`${id} has no line`);
    for (const piece of pieces(points)) {
      if (piece.width > 0 && piece.height > 0) found.push(`${id} is slanted`);
      for (const [step, box] of boxes) {
        if (step !== source && step !== target && overlap(inner(box), thick(piece))) found.push(`${id} through ${step}`);
      }
    }
    if (source !== target && !touches(boxes.get(source), points[0])) found.push(`${id} leaves from nowhere`);
    if (!touches(boxes.get(target), points.at(-1))) found.push(`${id} ends nowhere`);
  }
  return found;
}

const pieces = (points: Point[]): Box[] =>
  points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  });
const inner = ({ x, y, width, height }: Box) => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 });
const thick = ({ x, y, width, height }: Box) => ({ x: x - 0.1, y: y - 0.1, width: width + 0.2, height: height + 0.2 });
const touches = (box: Box | undefined, point: Point | undefined) =>
  box !== undefined &&
  point !== undefined &&
  point.x >= box.x - 0.1 &&
  point.x <= box.x + box.width + 0.1 &&
  point.y >= box.y - 18.1 &&
  point.y <= box.y + box.height + 18.1;

describe("tidying up", () => {
  it("puts a sequence on one straight line", () => {
    const edges = [edge("a", "b"), edge("b", "c")];
    const { boxes, lines } = arrange([node("c"), node("a"), node("b", { width: 36, height: 36 })], edges);

    expect(new Set([...boxes.values()].map(centre)).size).toBe(1);
    expect([...lines.values()].every((line) => line.length === 2)).toBe(true);
  });

  it("puts branches beside the longest way and joins them again without a crossing", () => {
    const edges = [
      edge("split", "a"),
      edge("a", "b"),
      edge("b", "join"),
      edge("split", "c"),
      edge("c", "join"),
      edge("split", "join"),
      edge("join", "end"),
    ];
    const nodes = [gateway("split"), node("a"), node("b"), node("c"), gateway("join"), node("end")];
    const arranged = arrange(nodes, edges);

    expect(faults(arranged, edges)).toEqual([]);
    const line = ["split", "a", "b", "join", "end"].map((id) => centre(arranged.boxes.get(id)));
    expect(new Set(line).size).toBe(1);
    expect(centre(arranged.boxes.get("c"))).toBeGreaterThan(line[0] ?? NaN);
  });

  it("keeps a branch above that was drawn above", () => {
    const edges = [edge("split", "a"), edge("a", "b"), edge("split", "up")];
    const nodes = [gateway("split"), node("a"), node("b"), node("up", { y: -300 })];
    const { boxes } = arrange(nodes, edges);

    expect(centre(boxes.get("up"))).toBeLessThan(centre(boxes.get("split")));
  });

  it("leads a loop back around what it repeats", () => {
    const edges = [edge("a", "b"), edge("b", "ask"), edge("ask", "a"), edge("ask", "end"), edge("b", "b")];
    const arranged = arrange([node("a"), node("b"), gateway("ask"), node("end")], edges);

    expect(faults(arranged, edges)).toEqual([]);
  });

  it("keeps each step in its lane", () => {
    const edges = [edge("a", "b"), edge("b", "c")];
    const arranged = arrange([node("a"), node("b", { band: 1 }), node("c")], edges, 3);

    expect(faults(arranged, edges)).toEqual([]);
    expect(arranged.bands).toHaveLength(3);
    expect(centre(arranged.boxes.get("b"))).toBeGreaterThan(arranged.bands[1]?.top ?? NaN);
    expect(centre(arranged.boxes.get("b"))).toBeLessThan(arranged.bands[1]?.bottom ?? NaN);
  });

  it("covers nothing, whatever the drawing", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { nodes, edges } = anyDrawing(seed);
      expect({ seed, faults: faults(arrange(nodes, edges), edges) }).toEqual({ seed, faults: [] });
    }
  });

  it("is quick with 1,000 steps", () => {
    const nodes = Array.from({ length: 1_000 }, (_, at) => node(`n${at}`, { x: at }));
    const edges = nodes.slice(1).map((one, at) => edge(nodes[at]?.id ?? "", one.id));

    expect(arrange(nodes, edges).boxes.size).toBe(1_000);
  });

  it("draws upright between things that face each other", () => {
    const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 50 });

    expect(straight(box(0, 0), box(20, 100))).toEqual([
      { x: 60, y: 50 },
      { x: 60, y: 100 },
    ]);
  });
});

describe.each(["newsroom", "article-summary", "first-light"])("tidying up %s", (name) => {
  it("covers nothing, and keeps all inside what holds it", async () => {
    const { root, all } = await drawn(example(name));
    const targets = tidied(root);

    const shapes = all.filter((one) => !isLine(one) && !isFrame(one));
    for (const shape of shapes) expect([shape.id, targets.boxes.has(shape)]).toEqual([shape.id, true]);
    for (const line of all.filter(isLine)) expect([line.id, targets.lines.has(line)]).toEqual([line.id, true]);
    expect(covering(shapes, targets)).toEqual([]);
    for (const shape of shapes.filter(({ parent }) => parent !== root && parent !== undefined)) {
      const outer = targets.boxes.get(shape.parent as Drawn);
      const box = targets.boxes.get(shape);
      expect([shape.id, outer !== undefined && box !== undefined && within(box, outer)]).toEqual([shape.id, true]);
    }
  });

  it("has nothing to do the second time", async () => {
    const { root } = await drawn(example(name));
    const first = tidied(root);
    for (const [shape, box] of first.boxes) Object.assign(shape, box);
    for (const [line, waypoints] of first.lines) line.waypoints = waypoints;
    const second = tidied(root);

    expect([...second.boxes].map(([{ id }, box]) => [id, box])).toEqual(
      [...first.boxes].map(([{ id }, box]) => [id, box]),
    );
  });
});

function covering(shapes: Drawn[], { boxes }: Targets): string[] {
  const related = (a: Drawn, b: Drawn): boolean =>
    a.host === b || b.host === a || isInside(a, b) || isInside(b, a) || a.labelTarget === b || b.labelTarget === a;
  const found: string[] = [];
  shapes.forEach((one, at) => {
    for (const other of shapes.slice(at + 1)) {
      const [a, b] = [boxes.get(one), boxes.get(other)];
      if (a !== undefined && b !== undefined && !related(one, other) && overlap(a, b)) {
        found.push(`${one.id}${one.labelTarget ? " name" : ""} / ${other.id}${other.labelTarget ? " name" : ""}`);
      }
    }
  });
  return found;
}

function isInside(one: Drawn, outer: Drawn): boolean {
  for (let up = one.parent; up !== undefined; up = up.parent) if (up === outer) return true;
  return false;
}

const within = (box: Box, outer: Box) =>
  box.x >= outer.x &&
  box.y >= outer.y &&
  box.x + box.width <= outer.x + outer.width &&
  box.y + box.height <= outer.y + outer.height + 18;

/** Steps, decisions, loops and events on edges by chance, the same for the same seed. */
function anyDrawing(seed: number) {
  let state = seed * 2_654_435_761;
  const chance = (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const nodes = Array.from({ length: 2 + chance(14) }, (_, at) => {
    const place = { x: chance(2_000), y: chance(900) };
    if (chance(3) === 0) return { ...gateway(`g${at}`), ...place };
    const size = chance(6) === 0 ? { width: 420, height: 260, span: 420 } : {};
    return { ...node(`n${at}`), ...size, ...place, below: chance(2) * 38 };
  });
  const edges: PlanEdge[] = [];
  for (let count = chance(nodes.length * 2); count > 0; count--) {
    const source = nodes[chance(nodes.length)];
    const target = nodes[chance(nodes.length)];
    if (source === undefined || target === undefined) continue;
    const id = `${source.id}-${target.id}-${count}`;
    const event = !source.gateway && chance(4) === 0;
    if (event) source.busy = ["bottom"];
    edges.push({
      id,
      source: source.id,
      target: target.id,
      ...(event ? { from: { x: 30 + chance(100), side: "bottom" as const, reach: 18 } } : {}),
    });
  }
  return { nodes, edges };
}
