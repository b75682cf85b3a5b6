import { isA } from "../model.ts";
import { sizeOf } from "./belongings.ts";
import { isFrame, isLine, type Drawn, type Targets } from "./drawn.ts";
import { around, middle } from "./plan.ts";

const padding = 24;

/** What stands inside each frame now: a frame is only drawn around its steps. */
export function framed(all: readonly Drawn[]): Map<Drawn, Drawn[]> {
  const shapes = all.filter(
    (one) =>
      !isLine(one) &&
      !isFrame(one) &&
      one.labelTarget === undefined &&
      !isA(one, "bpmn:Participant") &&
      !isA(one, "bpmn:Lane"),
  );
  return new Map(
    all.filter(isFrame).map((frame) => [frame, shapes.filter((shape) => holds(frame, shape))]),
  );
}

function holds(frame: Drawn, shape: Drawn): boolean {
  const { x, y } = middle(shape);
  return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
}

/** Draws each frame around the same things again. */
export function putFrames(
  frames: ReadonlyMap<Drawn, Drawn[]>,
  notes: ReadonlyMap<Drawn, Drawn[]>,
  targets: Targets,
): void {
  for (const [frame, members] of frames) {
    const boxes = members.flatMap((member) =>
      [member, ...(member.labels ?? []), ...(notes.get(member) ?? [])].map((one) => targets.boxes.get(one)).filter((box) => box !== undefined),
    );
    if (boxes.length === 0) continue;
    const inner = around(boxes);
    const box = {
      x: inner.x - padding,
      y: inner.y - padding,
      width: inner.width + 2 * padding,
      height: inner.height + 2 * padding,
    };
    targets.boxes.set(frame, box);
    const label = frame.labels?.[0];
    if (label === undefined) continue;
    const x = box.x + (box.width - label.width) / 2;
    targets.boxes.set(label, { ...sizeOf(label), x, y: box.y + 4 });
  }
}
