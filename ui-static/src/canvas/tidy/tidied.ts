import { isA } from "../model.ts";
import { notesByStep } from "./belongings.ts";
import { Content, type Whole } from "./content.ts";
import { everything, isFrame, isLine, type Drawn, type Targets } from "./drawn.ts";
import { framed, putFrames } from "./frames.ts";
import { putLineLabels, putStraightLines } from "./lines.ts";
import { around, type Point } from "./plan.ts";
import { putPools } from "./pools.ts";

/** Where everything on a drawing should stand. It begins where it began before. */
export function tidied(root: Drawn): Targets {
  const targets: Targets = { boxes: new Map(), lines: new Map() };
  const all = everything(root);
  const shapes = all.filter((one) => !isLine(one) && one.labelTarget === undefined);
  if (shapes.length === 0) return targets;
  const frames = framed(all);
  const whole: Whole = {
    notes: notesByStep(all),
    emptyFrames: new Set(all.filter((one) => isFrame(one) && frames.get(one)?.length === 0)),
  };
  const fixed = shapes.filter((shape) => !isFrame(shape) || whole.emptyFrames.has(shape));
  if (isA(root, "bpmn:Collaboration")) putPools(root, whole, targets);
  else new Content(root.children ?? [], whole).put({ x: 0, y: 0 }, targets);
  putStraightLines(all, targets);
  putLineLabels(targets);
  putFrames(frames, whole.notes, targets);
  return moved(targets, around(fixed), fixed);
}

/** Everything together to where the drawing began. */
function moved(targets: Targets, to: Point, fixed: readonly Drawn[]): Targets {
  const now = around(fixed.map((shape) => targets.boxes.get(shape)).filter((box) => box !== undefined));
  const dx = to.x - now.x;
  const dy = to.y - now.y;
  return {
    boxes: new Map([...targets.boxes].map(([shape, box]) => [shape, { ...box, x: box.x + dx, y: box.y + dy }])),
    lines: new Map(
      [...targets.lines].map(([line, points]) => [line, points.map(({ x, y }) => ({ x: x + dx, y: y + dy }))]),
    ),
  };
}
