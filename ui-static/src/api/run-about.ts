import type { RunStatus, StepError } from "./types.ts";

/** One attempt of a step. */
export interface Try {
  number: number;
  startedAt: string;
  endedAt?: string | null;
  outcome: "done" | "failed" | "running";
  error?: StepError | null;
}

/** What a run waits for; `text` is one sentence. */
export interface Waiting {
  stepId: string;
  elementId: string;
  name: string;
  kind: "timer" | "message" | "person" | "backoff" | "incident" | "job" | "broker" | "workflow";
  until?: string | null;
  /** The name of what it waits for; of a back-off, what the last try said. */
  message?: string | null;
  correlationKey?: string | null;
  runKey?: string | null;
  text: string;
}

export interface CalledRun {
  runKey: string;
  stepId: string;
  workflow: string;
  workflowName?: string;
  status: RunStatus;
}

/** What only the read of one run tells. */
export interface RunAbout {
  eventId?: string | null;
  businessKey?: string | null;
  calledBy?: { runKey: string; stepId: string } | null;
  calls?: CalledRun[] | null;
  waiting?: Waiting[] | null;
  /** The run that this one repeats. */
  againOf?: { runKey: string; stepId?: string | null } | null;
}

