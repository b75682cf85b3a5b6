import type { Dashboard } from "../../src/api/dashboard.ts";
import type { Run, RunDetails, Variables } from "../../src/api/types.ts";
import { none, ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import { runOf, type World } from "./world.ts";

/** Run list, saved filters, dashboard, and what is done to many runs at once. */
export const monitorRoutes: Route[] = [
  ["GET", /^\/api\/runs$/, listRuns],
  ["GET", /^\/api\/runs\/saved$/, (world) =>
    ok({ items: [...world.saved].map(([name, query]) => ({ name, query })) })],
  ["PUT", /^\/api\/runs\/saved\/([^/]+)$/, (world, ask, [name = ""]) => {
    world.saved.set(name, (JSON.parse(ask.body) as { query: string }).query);
    return none;
  }],
  ["DELETE", /^\/api\/runs\/saved\/([^/]+)$/, (world, _ask, [name = ""]) =>
    world.saved.delete(name) ? none : refuse(404, "There is no such filter", name)],
  ["GET", /^\/api\/dashboard$/, (world, ask) => {
    world.asked = ask.query;
    return ok(world.dashboard);
  }],
  ["POST", /^\/api\/runs\/cancel$/, cancelMany],
];

const keysIn = (ask: Ask) => (JSON.parse(ask.body) as { keys: string[] }).keys;

function cancelMany(world: World, ask: Ask): Answer {
  const results = keysIn(ask).map((key) => {
    const run = world.runs.get(key);
    if (run?.endedAt != null) return { key, done: false, reason: "It ended meanwhile." };
    world.change(key, (one) => {
      one.status = "cancelled";
      one.endedAt = new Date().toISOString();
      return [];
    });
    return { key, done: true };
  });
  return ok({ results });
}

export function againMany(world: World, ask: Ask): Answer {
  world.againMany = { keys: keysIn(ask), done: 0 };
  return { status: 202, json: { batch: "b-1" } };
}

/** Each reading finds one more of them begun; drafts cannot run again. */
export function readAgain(world: World): Answer {
  const { keys, done } = world.againMany;
  world.againMany.done = Math.min(keys.length, done + 1);
  const items = keys.map((runKey, index) => {
    if (index >= world.againMany.done) return { runKey, status: "waiting" };
    return world.runs.get(runKey)?.trigger === "cli"
      ? { runKey, status: "refused", reason: "Its event is not kept any more." }
      : { runKey, againKey: `9${runKey.slice(1)}`, status: "running" };
  });
  return ok({ items, done: world.againMany.done, total: keys.length });
}

function listRuns(world: World, ask: Ask): Answer {
  const limit = Number(ask.query.get("limit") ?? 50);
  const from = Number(ask.query.get("cursor") ?? 0);
  const newest = (a: RunDetails, b: RunDetails) => b.startedAt.localeCompare(a.startedAt);
  const found = [...world.runs.values()].sort(newest).filter((run) => fits(run, ask.query));
  const items = found.slice(from, from + limit).map((run) => runOf(run) as Run);
  return ok({ items, next: from + limit < found.length ? `${from + limit}` : null });
}

function fits(run: RunDetails, query: URLSearchParams): boolean {
  const is = (name: string, value: string) => (query.get(name) ?? value) === value;
  return (
    is("workflow", run.workflow) &&
    is("status", run.status) &&
    is("trigger", run.trigger) &&
    is("version", `${run.version}`) &&
    is("businessKey", run.businessKey ?? "") &&
    run.startedAt >= (query.get("from") ?? "") &&
    JSON.stringify(run).includes(query.get("q") ?? "") &&
    query.getAll("value").every((one) => holds(run.variables, one))
  );
}

function holds(variables: Variables, condition: string): boolean {
  const [name = "", op = "", text = ""] = condition.split(":");
  const value = variables[name];
  const said = typeof value === "string" ? value : JSON.stringify(value ?? null);
  if (op === "eq") return said === text;
  if (op === "contains") return said.includes(text);
  return op === "gt" ? Number(value) > Number(text) : Number(value) < Number(text);
}

/** A day like any other, an hour a bar. */
export function aDay(): Dashboard {
  const hour = 3_600_000;
  const end = Math.floor(Date.now() / hour) * hour;
  const buckets = Array.from({ length: 25 }, (_, index) => {
    const started = Math.round(40 + 36 * Math.sin(index / 3.2) + (index % 5) * 3);
    const failed = index % 7 === 3 ? 4 : index % 4 === 0 ? 1 : 0;
    return {
      at: new Date(end - (24 - index) * hour).toISOString(),
      started,
      completed: started - failed - 1,
      failed,
      cancelled: index % 6 === 0 ? 1 : 0,
      p50: 2_300 + 400 * Math.sin(index / 2),
      p95: 9_000 + 4_000 * Math.abs(Math.sin(index / 4)),
    };
  });
  const sum = (of: (bucket: (typeof buckets)[number]) => number) =>
    buckets.reduce((all, bucket) => all + of(bucket), 0);
  const totals = {
    started: sum((one) => one.started),
    completed: sum((one) => one.completed),
    failed: sum((one) => one.failed),
    cancelled: sum((one) => one.cancelled),
  };
  return {
    buckets,
    bucketSeconds: 3_600,
    totals: { ...totals, running: 7, waiting: 10_000, waitingIsMore: true },
    durations: { p50: 2_310, p95: 11_400, p99: 31_000 },
    workflows: [
      { workflow: "newsroom", workflowName: "Newsroom", started: 812, completed: 790, failed: 17, cancelled: 3, p50: 2_400, p95: 12_100 },
      { workflow: "press-releases", workflowName: "Press releases", started: 214, completed: 213, failed: 0, cancelled: 1, p50: 910, p95: 1_800 },
    ],
    waitingPeople: { count: 12, oldestAt: new Date(Date.now() - 3 * hour).toISOString() },
    incidents: { open: 3, oldestAt: new Date(Date.now() - 40 * 60_000).toISOString() },
    backlog: { count: 0 },
  };
}
