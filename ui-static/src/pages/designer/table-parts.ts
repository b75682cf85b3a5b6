import type { Fitted } from "../../canvas/fit.ts";
import type { CanvasElement } from "../../canvas/model.ts";

/** bpmn-js's canvas, as far as the table uses it. */
export interface View extends Fitted {
  zoom(to: number, center: { x: number; y: number }): void;
  zoom(): number;
  scrollToElement(element: CanvasElement, padding: number): void;
  getRootElement(): CanvasElement;
  focus(): void;
  scroll(by: { dx: number; dy: number }): void;
}

export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}
