import { callJson } from "./http.ts";

export interface Counts {
  started: number;
  completed: number;
  failed: number;
  cancelled: number;
}

/** Percentiles in milliseconds; missing when no run was done. */
export interface Took {
  p50?: number;
  p95?: number;
  p99?: number;
}

export type Bucket = Counts & Took & { at: string };
export type WorkflowPart = Counts & Took & { workflow: string; workflowName: string };

export interface Dashboard {
  buckets: Bucket[];
  bucketSeconds: number;
  totals: Counts & {
    running: number;
    runningIsMore?: boolean;
    waiting: number;
    waitingIsMore?: boolean;
  };
  durations: Took;
  workflows: WorkflowPart[];
  waitingPeople: { count: number; countIsMore?: boolean; oldestAt?: string | null };
  incidents: { open: number; openIsMore?: boolean; oldestAt?: string | null };
  backlog: { count: number; oldestAt?: string | null };
}

export function readDashboard(wanted: {
  from: string;
  to: string;
  workflow: string;
}): Promise<Dashboard> {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ""));
  return callJson(`/api/dashboard?${query}`);
}
