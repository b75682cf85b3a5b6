import type { CanvasElement } from "../model.ts";

/** A field that is written in a room of its own. Sources are text, or an expression behind “=”. */
export interface LargeRequest {
  element: CanvasElement;
  /** The input's name, which hints at what is written there. */
  name: string;
  label: string;
  source: string;
  /** `both`: text with values in it, or an expression; `words`: text alone. */
  takes: "both" | "expression" | "words";
  /** One step of undo. */
  write: (source: string) => void;
}
