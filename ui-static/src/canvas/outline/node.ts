import type { IconNode } from "lucide";
import type { Kind } from "../cards/describe.ts";

export type OutlineKind =
  | "start"
  | "end"
  | "step"
  | "group"
  | "decision"
  | "fork"
  | "event"
  /** A branch of a decision, or what happens when something on a step's edge happens. */
  | "way"
  | "onEvent"
  /** Goes on at another line, or back to it. */
  | "jump"
  | "heading";

/** One line of the outline, with what stands indented under it. */
export interface OutlineNode {
  /** Unique in the outline. */
  key: string;
  kind: OutlineKind;
  /** The element that it stands for; a jump's is where it goes. */
  element: string | undefined;
  /** As it is drawn; empty when it has none. */
  name: string;
  /** What it is, or what stands there while it has no name. */
  word: string;
  children: OutlineNode[];
  /** As its card shows it. */
  drawing?: IconNode;
  tone?: Kind;
  /** The line that it changes places with when it moves. */
  up?: string;
  down?: string;
}
