import { callJson } from "./http.ts";
import type { Json, RunStatus, Status, Variables } from "./types.ts";

export type AgainVersion = "same" | "newest" | "draft" | number;

/** The one thing that is different this time. */
export interface Change {
  variables?: Variables;
  inputs?: Record<string, Variables>;
  models?: Record<string, string>;
}

export interface Again {
  from?: { stepId: string } | null;
  version?: AgainVersion;
  change?: Change;
}

export const runAgain = (key: string, again: Again): Promise<{ runKey: string }> =>
  callJson(`/api/runs/${encodeURIComponent(key)}/again`, { method: "POST", json: again });

export const runManyAgain = (
  which: { keys: string[] } | { workflow: string; limit: number; status?: RunStatus },
  again: Omit<Again, "from">,
): Promise<{ batch: string }> =>
  callJson("/api/runs/again", { method: "POST", json: { ...which, ...again } });

export interface BatchItem {
  runKey: string;
  againKey?: string | null;
  status: string;
  reason?: string | null;
  /** Whether the result is the same as the first one. */
  same?: boolean | null;
}

export interface Batch {
  items: BatchItem[];
  done: number;
  total: number;
}

export const readBatch = (batch: string): Promise<Batch> =>
  callJson(`/api/again/${encodeURIComponent(batch)}`);

export interface PathChange {
  path: string;
  left?: Json;
  right?: Json;
}

export interface SideOfRun {
  key: string;
  version: number;
  status: RunStatus;
  startedAt: string;
  durationMs?: number | null;
  cost?: number | null;
}

export interface SideOfStep {
  status: Status;
  durationMs?: number | null;
  cost?: number | null;
  output?: Json;
}

export interface StepDifference {
  elementId: string;
  name: string;
  loop?: { index: number; of?: number | null } | null;
  left?: SideOfStep | null;
  right?: SideOfStep | null;
  changes: PathChange[];
  state: "same" | "changed" | "onlyLeft" | "onlyRight";
}

export interface Difference {
  left: SideOfRun;
  right: SideOfRun;
  result: PathChange[];
  steps: StepDifference[];
}

/** `left` is the run that came first. */
export const readDifference = (left: string, right: string): Promise<Difference> =>
  callJson(`/api/runs/${encodeURIComponent(left)}/difference?${new URLSearchParams({ with: right })}`);
