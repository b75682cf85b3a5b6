import type { InboxEvent, Run, Step } from "./types.ts";

/** `seq` grows with every change; a stream's opening message has none and shows the present state. */
export type RunEvent =
  | { kind: "run"; seq: number | undefined; run: Run }
  | { kind: "step"; seq: number | undefined; step: Step & { runKey: string } };

/** A piece of what a step writes at this moment; `at` characters come before it. */
export interface TextPiece {
  runKey: string;
  step: string;
  at: number;
  text: string;
}

/** One message of an event stream. */
export type LiveEvent =
  | RunEvent
  | { kind: "text"; piece: TextPiece }
  | { kind: "inbox"; event: InboxEvent }
  | { kind: "workflow"; workflow: { id: string; paused: boolean } };
