import { isA, type CanvasElement, type ModdleObject } from "../model.ts";
import type { Box, Point } from "./plan.ts";

/** An element of the drawing with all that hangs on it. */
export interface Drawn extends CanvasElement {
  host?: Drawn;
  collapsed?: boolean;
  children?: Drawn[];
  attachers?: Drawn[];
  labels?: Drawn[];
  incoming: Drawn[];
  outgoing: Drawn[];
  source?: Drawn;
  target?: Drawn;
  di: ModdleObject;
}

/** Where everything will stand. */
export interface Targets {
  boxes: Map<Drawn, Box>;
  lines: Map<Drawn, Point[]>;
}

export const isLine = (element: Drawn): boolean => element.waypoints !== undefined;

export const isFlow = (element: Drawn): boolean => isA(element, "bpmn:SequenceFlow");

/** Text and data beside the steps. */
export const isNote = (element: Drawn): boolean =>
  element.labelTarget === undefined &&
  ["bpmn:TextAnnotation", "bpmn:DataObjectReference", "bpmn:DataStoreReference"].some((type) =>
    isA(element, type),
  );

export const isFrame = (element: Drawn): boolean =>
  element.labelTarget === undefined && isA(element, "bpmn:Group");

export const isStep = (element: Drawn): boolean =>
  element.labelTarget === undefined && element.host === undefined && isA(element, "bpmn:FlowNode");

/** A step whose own steps are seen inside it. */
export const isOpen = (element: Drawn): boolean =>
  isA(element, "bpmn:SubProcess") &&
  element.collapsed !== true &&
  (element.children ?? []).some((child) => isStep(child));

/** Everything on the drawing, at any depth. */
export function everything(root: Drawn): Drawn[] {
  const found: Drawn[] = [];
  const waiting = [...(root.children ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...(next.children ?? []));
  }
  return found;
}
