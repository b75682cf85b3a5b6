import { call, callJson } from "./http.ts";
import type { Json, Variables } from "./types.ts";

/** Something that went wrong and waits for a person. */
export interface Incident {
  key: string;
  runKey: string;
  workflow: string;
  workflowName?: string;
  version: number;
  stepId: string;
  elementId: string;
  name: string;
  connector?: string | null;
  type: string;
  /** What happened, in plain words. */
  cause: string;
  /** What a person can do. */
  fix?: string | null;
  raw?: string | null;
  createdAt: string;
  resolvedAt?: string | null;
  retriesLeft?: number | null;
  values: Variables;
  failing?: { name: string; expression?: string | null; value?: Json } | null;
}

/** What became of one thing among many. */
export interface Result {
  key: string;
  done: boolean;
  reason?: string | null;
}

export interface Migration {
  mapping: Record<string, string>;
  unmapped: { elementId: string; name: string; reason: string }[];
  done: boolean;
}

const run = (key: string, rest: string) => `/api/runs/${encodeURIComponent(key)}${rest}`;

export const readIncident = (key: string): Promise<Incident> =>
  callJson(`/api/incidents/${encodeURIComponent(key)}`);

export const listIncidents = (filter: {
  workflow: string;
  status: "open" | "resolved";
  cursor?: string;
}): Promise<{ items: Incident[]; next?: string | null }> =>
  callJson(`/api/incidents?${new URLSearchParams({ ...filter, limit: "200" })}`);

export const retryIncidents = async (keys: string[], variables?: Variables): Promise<Result[]> =>
  (
    await callJson<{ results: Result[] }>("/api/incidents/retry", {
      method: "POST",
      json: variables === undefined ? { keys } : { keys, variables },
    })
  ).results;

export const cancelRuns = async (keys: string[]): Promise<Result[]> =>
  (await callJson<{ results: Result[] }>("/api/runs/cancel", { method: "POST", json: { keys } })).results;

export const changeVariables = async (
  key: string,
  variables: Variables,
  stepId?: string,
): Promise<void> => {
  const json = stepId === undefined ? { variables } : { variables, stepId };
  await call(run(key, "/variables"), { method: "POST", json });
};

/** With `dryRun` nothing changes: the answer tells what would go where. */
export const migrateRun = (
  key: string,
  move: { version: number; mapping?: Record<string, string>; dryRun?: boolean },
): Promise<Migration> => callJson(run(key, "/migrate"), { method: "POST", json: move });

/** Stops active steps and begins at others. */
export const modifyRun = async (
  key: string,
  change: { terminate: string[]; activate: { elementId: string; inStep?: string }[]; variables?: Variables },
): Promise<void> => {
  await call(run(key, "/modify"), { method: "POST", json: change });
};

/** One call that changes the world outside, and how far it came. */
export interface Effect {
  key: string;
  stepId: string;
  elementId: string;
  name: string;
  connector: string;
  method?: string | null;
  target?: string | null;
  state: "intended" | "sent" | "confirmed" | "unknown" | "refused";
  intendedAt: string;
  sentAt?: string | null;
  settledAt?: string | null;
  summary?: string | null;
}

export const listEffects = async (key: string): Promise<Effect[]> =>
  (await callJson<{ items: Effect[] }>(run(key, "/effects"))).items;

/** A person says what became of a call whose answer never came. */
export const settleEffect = async (
  key: string,
  what: { happened: true; response?: Json } | { happened: false },
): Promise<void> => {
  await call(`/api/effects/${encodeURIComponent(key)}/settle`, { method: "POST", json: what });
};
