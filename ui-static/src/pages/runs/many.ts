import { runManyAgain } from "../../api/again.ts";
import { cancelRuns, retryIncidents, type Result } from "../../api/repair.ts";
import type { Run } from "../../api/types.ts";
import type { Job, Outcome } from "./outcomes.tsx";

const count = (runs: Run[]) => (runs.length === 1 ? "1 run" : `${runs.length} runs`);

const incidentsOf = (run: Run) => run.incidentKeys ?? [];

/** Retries every open incident of the runs; a run worked when all of its incidents did. */
export async function retryMany(runs: Run[]): Promise<Job> {
  const keys = runs.flatMap(incidentsOf);
  const results = keys.length === 0 ? [] : await retryIncidents(keys);
  const byKey = new Map(results.map((result) => [result.key, result]));
  return {
    title: `Retry ${count(runs)}`,
    outcomes: runs.map((run) => retried(run, incidentsOf(run).map((key) => byKey.get(key)))),
  };
}

function retried(run: Run, results: (Result | undefined)[]): Outcome {
  if (results.length === 0) return { run, done: false, reason: "It has no open incident." };
  const failed = results.filter((result) => result?.done !== true);
  const reasons = failed.map((result) => result?.reason ?? "The engine gave no answer for it.");
  return { run, done: failed.length === 0, reason: [...new Set(reasons)].join(" ") };
}

export async function cancelMany(runs: Run[]): Promise<Job> {
  const results = await cancelRuns(runs.map(({ key }) => key));
  const byKey = new Map(results.map((result) => [result.key, result]));
  return {
    title: `Cancel ${count(runs)}`,
    outcomes: runs.map((run) => ({
      run,
      done: byKey.get(run.key)?.done === true,
      reason: byKey.get(run.key)?.reason ?? "",
    })),
  };
}

export async function againMany(runs: Run[], version: "same" | "newest"): Promise<Job> {
  const { batch } = await runManyAgain({ keys: runs.map(({ key }) => key) }, { version });
  return {
    title: `Run ${count(runs)} again`,
    batch,
    outcomes: runs.map((run) => ({ run, done: undefined, reason: "" })),
  };
}
