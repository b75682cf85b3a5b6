import { callJson } from "./http.ts";
import type { Json, Variables } from "./types.ts";

/** What a call would change outside; `confirm` goes back to say yes to just that. */
export interface Asks {
  kind: "repeatable" | "once";
  method?: string;
  target?: string;
  confirm: string;
}

export interface TrialError {
  message: string;
  /** The error that the diagram can catch. */
  code?: string;
  retriesLeft?: number;
  retryAfterMs?: number;
  /** The input whose expression has no value, and where it cannot be read. */
  input?: string;
  suggestion?: string;
  detail?: string;
  position?: { line: number; column: number };
}

/**
 * What came of trying a step. `asks`: nothing was sent yet; `unmapped`, `unfit`: nothing can be sent
 * with these values.
 */
export interface Trial {
  ended: "completed" | "error" | "failed" | "asks" | "unmapped" | "unfit";
  inputs?: Variables;
  response?: Json;
  variables?: Variables;
  error?: TrialError;
  asks?: Asks;
  durationMs?: number;
  /** In dollars. */
  cost?: number;
}

/** Runs one step of the saved draft through its real connector; the signal ends it. */
export const tryStep = (
  workflow: string,
  element: string,
  asked: { variables: Variables; confirm?: string | undefined },
  signal: AbortSignal,
): Promise<Trial> =>
  callJson(`/api/workflows/${encodeURIComponent(workflow)}/steps/${encodeURIComponent(element)}/try`, {
    method: "POST",
    json: asked,
    signal,
  });
