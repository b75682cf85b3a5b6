/** What a drawn diagram says about places; labels do not count. */
interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const number = (text: string, name: string) => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(text)?.[1]);

export const boxesIn = (xml: string): Box[] =>
  [...xml.matchAll(/<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds ([^/]*)\/>/g)].map(
    ([, id = "", bounds = ""]) => ({
      id,
      x: number(` ${bounds}`, "x"),
      y: number(` ${bounds}`, "y"),
      width: number(` ${bounds}`, "width"),
      height: number(` ${bounds}`, "height"),
    }),
  );

const within = (one: Box, other: Box) =>
  one.x >= other.x &&
  one.y >= other.y &&
  one.x + one.width <= other.x + other.width &&
  one.y + one.height <= other.y + other.height;

const meet = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Pairs of which one covers part of the other; groups hold their steps, events sit on theirs. */
export function overlapsIn(xml: string): string[] {
  const sits = new Map([...xml.matchAll(/<bpmn:boundaryEvent id="([^"]+)"[^>]*attachedToRef="([^"]+)"/g)].map(
    ([, event = "", host = ""]) => [event, host],
  ));
  const boxes = boxesIn(xml);
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => meet(one, other) && !within(one, other) && !within(other, one))
      .filter((other) => sits.get(one.id) !== other.id && sits.get(other.id) !== one.id)
      .map((other) => `${one.id} ${other.id}`),
  );
}
