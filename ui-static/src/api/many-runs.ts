import { callJson } from "./http.ts";

/** What became of one of many. */
export interface Result {
  key: string;
  done: boolean;
  reason?: string | null;
}

export interface Again {
  items: { runKey: string; againKey?: string | null; status: string; reason?: string | null }[];
  done: number;
  total: number;
}

const post = async (path: string, keys: string[]): Promise<Result[]> =>
  (await callJson<{ results: Result[] }>(path, { method: "POST", json: { keys } })).results;

export const retryIncidents = (keys: string[]): Promise<Result[]> =>
  post("/api/incidents/retry", keys);

export const cancelRuns = (keys: string[]): Promise<Result[]> => post("/api/runs/cancel", keys);

/** Begins; {@link readAgain} tells how far it is. */
export const runAgain = async (keys: string[], version: "same" | "newest"): Promise<string> =>
  (
    await callJson<{ batch: string }>("/api/runs/again", { method: "POST", json: { keys, version } })
  ).batch;

export const readAgain = (batch: string): Promise<Again> =>
  callJson(`/api/again/${encodeURIComponent(batch)}`);
