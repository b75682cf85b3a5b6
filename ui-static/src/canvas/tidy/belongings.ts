import { isA } from "../model.ts";
import { isFlow, isLine, isNote, isStep, type Drawn, type Targets } from "./drawn.ts";
import type { Box, Side, Size } from "./plan.ts";

const labelGap = 6;
const noteGap = 18;

/** Events on an edge keep away from its corners and from each other. */
const corner = 24;
const eventGap = 50;

const labelOf = (element: Drawn): Drawn | undefined => element.labels?.[0];

/** Where an event stands on the edge of its step. */
export interface EdgePlace {
  x: number;
  side: Side;
}

export function edgePlaces(step: Drawn, width: number): Map<Drawn, EdgePlace> {
  const places = new Map<Drawn, EdgePlace>();
  for (const side of ["top", "bottom"] as const) {
    const own = (step.attachers ?? [])
      .filter((event) => sideOf(step, event) === side)
      .map((event) => ({ event, x: event.x + event.width / 2 - step.x }))
      .sort((a, b) => a.x - b.x)
      .map(({ event, x }) => ({ event, x: x < step.width / 2 ? x : width - (step.width - x) }));
    own.forEach((one, at) => {
      one.x = Math.max(one.x, (own[at - 1]?.x ?? corner - eventGap) + eventGap);
    });
    [...own].reverse().forEach((one, at, all) => {
      one.x = Math.min(one.x, (all[at - 1]?.x ?? width - corner + eventGap) - eventGap);
    });
    for (const { event, x } of own) places.set(event, { x, side });
  }
  return places;
}

const sideOf = (step: Drawn, event: Drawn): Side =>
  Math.abs(event.y + event.height / 2 - step.y) < 10 ? "top" : "bottom";

/** The step that each note belongs to: the one that it has a line to. */
export function notesByStep(all: readonly Drawn[]): Map<Drawn, Drawn[]> {
  const notes = new Map<Drawn, Drawn[]>();
  for (const note of all.filter(isNote)) {
    const [owner] = [...note.incoming, ...note.outgoing]
      .map((line) => stepBehind(line.source === note ? line.target : line.source))
      .filter((step) => step !== undefined);
    if (owner !== undefined) notes.set(owner, [...(notes.get(owner) ?? []), note]);
  }
  return notes;
}

function stepBehind(end: Drawn | undefined): Drawn | undefined {
  if (end === undefined) return undefined;
  if (isLine(end)) return isFlow(end) ? stepBehind(end.source) : undefined;
  if (end.labelTarget !== undefined) return stepBehind(end.labelTarget as Drawn);
  const step = end.host ?? end;
  return isStep(step) ? step : undefined;
}

/** The room that a step needs for what belongs to it. */
export function roomAround(step: Drawn, notes: readonly Drawn[]) {
  const label = labelOf(step);
  const event = isA(step, "bpmn:Event");
  const attached = (side: Side) => (step.attachers ?? []).filter((one) => sideOf(step, one) === side);
  const edgeRoom = (one: Drawn) => one.height / 2 + named(labelOf(one));
  const noteRoom = notes.reduce((sum, { height }) => sum + height + noteGap, 0);
  const busy: Side[] = [];
  if ((label !== undefined && !event) || notes.length > 0 || attached("top").length > 0) busy.push("top");
  if ((label !== undefined && event) || attached("bottom").length > 0) busy.push("bottom");
  return {
    above: (event ? 0 : named(label)) + noteRoom + Math.max(0, ...attached("top").map(edgeRoom)),
    below: (event ? named(label) : 0) + Math.max(0, ...attached("bottom").map(edgeRoom)),
    span: Math.max(0, label?.width ?? 0, ...notes.map(({ width }) => width)),
    busy,
  };
}

const named = (label: Size | undefined) => (label === undefined ? 0 : label.height + labelGap);

/** Puts names, notes and events to where their step will stand. */
export function putBelongings(step: Drawn, box: Box, notes: readonly Drawn[], targets: Targets): void {
  const label = labelOf(step);
  const centre = box.x + box.width / 2;
  if (label !== undefined) {
    const below = isA(step, "bpmn:Event");
    const y = below ? box.y + box.height + labelGap : box.y - labelGap - label.height;
    targets.boxes.set(label, { ...sizeOf(label), x: centre - label.width / 2, y });
  }
  let top = box.y - (label !== undefined && !isA(step, "bpmn:Event") ? named(label) : 0);
  for (const note of notes) {
    top -= noteGap + note.height;
    const place = { ...sizeOf(note), x: centre - note.width / 2, y: top };
    targets.boxes.set(note, place);
    putSideLabel(note, place, targets);
  }
  for (const [event, { x, side }] of edgePlaces(step, box.width)) {
    const edge = side === "top" ? box.y : box.y + box.height;
    const place = { ...sizeOf(event), x: box.x + x - event.width / 2, y: edge - event.height / 2 };
    targets.boxes.set(event, place);
    putEdgeLabel(event, place, side, targets);
  }
}

/** Beside the line that leaves the event. */
function putEdgeLabel(event: Drawn, box: Box, side: Side, targets: Targets): void {
  const label = labelOf(event);
  if (label === undefined) return;
  const y = side === "top" ? box.y - label.height - 2 : box.y + box.height + 2;
  const centre = box.x + box.width / 2;
  const x = event.outgoing.length > 0 ? centre + labelGap : centre - label.width / 2;
  targets.boxes.set(label, { ...sizeOf(label), x, y });
}

export function putSideLabel(note: Drawn, box: Box, targets: Targets): void {
  const label = labelOf(note);
  if (label === undefined) return;
  const y = box.y + (box.height - label.height) / 2;
  targets.boxes.set(label, { ...sizeOf(label), x: box.x + box.width + labelGap, y });
}

export const sizeOf = ({ width, height }: Size): Size => ({ width, height });
