import type { Batch, Difference } from "../../src/api/again.ts";
import type { RunDetails } from "../../src/api/types.ts";
import { ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import { againMany, readAgain } from "./monitor.ts";
import type { World } from "./world.ts";

export const againRoutes: Route[] = [
  ["POST", /^\/api\/runs\/again$/, (world, ask) => ("keys" in JSON.parse(ask.body) ? againMany : many)(world, ask)],
  ["GET", /^\/api\/again\/([^/]+)$/, (world, _ask, [key = ""]) => {
    if (key === "b-1") return readAgain(world);
    const batch = world.batches.get(key);
    return batch === undefined ? refuse(404, "Not found", `There is no such try ${key}.`) : ok(batch);
  }],
  ["POST", /^\/api\/runs\/([^/]+)\/again$/, one],
  ["GET", /^\/api\/runs\/([^/]+)\/difference$/, difference],
];

interface Asked {
  from?: { stepId: string } | null;
  version?: string | number;
  change?: object;
}

function one(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "Not found", `There is no run ${key}.`);
  const asked = JSON.parse(ask.body) as Asked;
  if (world.againRefusal !== undefined) return world.againRefusal;
  const from = run.steps.find(({ id }) => id === asked.from?.stepId);
  if (asked.from != null && from === undefined) {
    return refuse(422, "Unprocessable", "That step is not part of the run.");
  }
  world.again.push(asked);
  const repeated = repeat(run, `${4503599627400001 + world.again.length}`, from?.startedAt);
  repeated.againOf = { runKey: key, ...(from === undefined ? {} : { stepId: from.id }) };
  world.runs.set(repeated.key, repeated);
  return { status: 201, json: { runKey: repeated.key } };
}

/** Steps before the chosen one are answered from the record, the others run to their end. */
function repeat(run: RunDetails, key: string, since: string | undefined): RunDetails {
  const begun = Date.now() - 4_000;
  const shift = (id: string) => `8${id}`;
  return {
    ...run,
    key,
    status: "completed",
    incidents: 0,
    startedAt: new Date(begun).toISOString(),
    endedAt: new Date(begun + 3_200).toISOString(),
    steps: run.steps.map((step, index) => ({
      ...step,
      id: shift(step.id),
      parentId: step.parentId == null ? null : shift(step.parentId),
      status: "completed",
      error: null,
      attempts: 1,
      recorded: since !== undefined && step.startedAt < since,
      startedAt: new Date(begun + index * 60).toISOString(),
      endedAt: new Date(begun + index * 60 + 400).toISOString(),
    })),
  };
}

function many(world: World, ask: Ask): Answer {
  const asked = JSON.parse(ask.body) as Asked & { workflow?: string; limit?: number; keys?: string[] };
  const runs = [...world.runs.values()].filter(
    ({ key, workflow }) => asked.keys?.includes(key) ?? workflow === asked.workflow,
  );
  const items = runs.slice(0, asked.limit ?? 100).map((run, index): Batch["items"][number] =>
    index === 2
      ? { runKey: run.key, status: "refused", reason: "The event that started it is no longer kept." }
      : { runKey: run.key, againKey: `${4503599627410001 + index}`, status: "completed", same: index % 2 === 0 },
  );
  const batch = `batch-${world.batches.size + 1}`;
  world.batches.set(batch, { items, done: items.length, total: items.length });
  return { status: 202, json: { batch } };
}

function difference(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const left = world.runs.get(key);
  const right = world.runs.get(ask.query.get("with") ?? "");
  if (left === undefined || right === undefined) return refuse(404, "Not found", "There is no such run.");
  const side = (run: RunDetails) => ({
    key: run.key,
    version: run.version,
    status: run.status,
    startedAt: run.startedAt,
    durationMs: run.endedAt == null ? null : Date.parse(run.endedAt) - Date.parse(run.startedAt),
    cost: run.cost ?? 0.0042,
  });
  const answer: Difference = {
    left: side(left),
    right: side(right),
    result: [{ path: "results[3].headline", left: null, right: "A bakery that bakes at night" }],
    steps: left.steps
      .filter(({ connector }) => connector != null)
      .map((step) => {
        const then = right.steps.find(({ id }) => id === `8${step.id}`);
        const changed = step.status !== "completed";
        const loop = /^45035996273700?([1-9])\d$/.exec(step.id)?.[1];
        return {
          elementId: step.elementId,
          name: step.name,
          loop: loop === undefined ? null : { index: Number(loop), of: 5 },
          left: { status: step.status, durationMs: 400, cost: 0.0004, output: step.output ?? null },
          right: then === undefined ? null : { status: then.status, durationMs: 220, cost: 0.0003, output: then.output ?? null },
          changes: changed ? [{ path: "status", left: step.status, right: then?.status ?? null }] : [],
          state: then === undefined ? "onlyLeft" : changed ? "changed" : "same",
        };
      }),
  };
  return ok(answer);
}
