import type { Result } from "../../src/api/repair.ts";
import type { RunDetails, Step, Variables } from "../../src/api/types.ts";
import { none, ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import { effectsOf, incidentOf } from "./incidents.ts";
import type { World } from "./world.ts";

export const repairRoutes: Route[] = [
  ["GET", /^\/api\/incidents$/, list],
  ["POST", /^\/api\/incidents\/retry$/, retryMany],
  ["GET", /^\/api\/incidents\/([^/]+)$/, (world, _ask, [key = ""]) => {
    const found = at(world, key);
    return found === undefined ? noIncident(key) : ok(incidentOf(...found));
  }],
  ["POST", /^\/api\/incidents\/([^/]+)\/retry$/, (world, ask, [key = ""]) => {
    const trouble = retry(world, key, json(ask) as Variables);
    return trouble ?? none;
  }],
  ["POST", /^\/api\/runs\/([^/]+)\/variables$/, variables],
  ["POST", /^\/api\/runs\/([^/]+)\/migrate$/, migrate],
  ["POST", /^\/api\/runs\/([^/]+)\/modify$/, modify],
  ["GET", /^\/api\/runs\/([^/]+)\/effects$/, (world, _ask, [key = ""]) => ok({ items: effects(world, key) })],
  ["POST", /^\/api\/effects\/([^/]+)\/settle$/, settle],
];

const json = (ask: Ask): unknown => (ask.body === "" ? {} : JSON.parse(ask.body));
const noIncident = (key: string) => refuse(404, "Not found", `There is no open incident ${key}.`);

function broken(world: World): [RunDetails, Step][] {
  return [...world.runs.values()].flatMap((run) =>
    run.steps
      .filter((step) => step.error?.incidentKey !== undefined && step.status === "failed")
      .map((step): [RunDetails, Step] => [run, step]),
  );
}

const at = (world: World, key: string) =>
  broken(world).find(([, step]) => step.error?.incidentKey === key);

function list(world: World, ask: Ask): Answer {
  const workflow = ask.query.get("workflow");
  const items = broken(world)
    .filter(([run]) => workflow === null || run.workflow === workflow)
    .map(([run, step]) => incidentOf(run, step));
  return ok({ items: ask.query.get("status") === "resolved" ? [] : items, next: null });
}

/** As the broker does it: a value goes where it is known, else to the run; then the step runs again. */
function retry(world: World, key: string, changed: Variables): Answer | undefined {
  const found = at(world, key);
  if (found === undefined) return noIncident(key);
  if (world.stubborn.has(key)) return refuse(409, "Conflict", "It ended or was repaired meanwhile.");
  const [run, step] = found;
  world.repairs.push({ incident: key, changed });
  put(run, step, changed);
  world.change(run.key, () => {
    Object.assign(step, { status: "running", error: null, endedAt: null, attempts: step.attempts + 1 });
    const group = run.steps.find(({ id }) => id === step.parentId);
    if (group !== undefined) group.status = "running";
    run.incidents -= 1;
    run.status = run.incidents === 0 ? "running" : "failed";
    return group === undefined ? [step] : [step, group];
  });
  return undefined;
}

function put(run: RunDetails, step: Step | undefined, changed: Variables): void {
  for (const [name, value] of Object.entries(changed)) {
    if (step?.input != null && name in step.input) step.input = { ...step.input, [name]: value };
    else run.variables = { ...run.variables, [name]: value };
  }
}

function retryMany(world: World, ask: Ask): Answer {
  const { keys, variables: changed = {} } = json(ask) as { keys: string[]; variables?: Variables };
  const results = keys.map((key): Result => {
    const trouble = retry(world, key, changed);
    const why = trouble?.json as { detail: string } | undefined;
    return why === undefined ? { key, done: true } : { key, done: false, reason: why.detail };
  });
  return ok({ results });
}

function variables(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "Not found", `There is no run ${key}.`);
  if (run.endedAt != null) return refuse(409, "Conflict", "The run has ended; its values stay as they are.");
  const asked = json(ask) as { variables: Variables; stepId?: string };
  put(run, run.steps.find(({ id }) => id === asked.stepId), asked.variables);
  world.change(key, () => []);
  return none;
}

function migrate(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const asked = json(ask) as { version: number; mapping?: Record<string, string>; dryRun?: boolean };
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "Not found", `There is no run ${key}.`);
  const gone = world.goneInNewVersion.filter(({ elementId }) => asked.mapping?.[elementId] === undefined);
  const lost = new Set(world.goneInNewVersion.map(({ elementId }) => elementId));
  const own = run.steps.filter(({ elementId, status }) => !lost.has(elementId) && status !== "completed");
  const mapping = {
    ...Object.fromEntries(own.map(({ elementId }) => [elementId, elementId])),
    ...asked.mapping,
  };
  if (asked.dryRun === true) return ok({ mapping, unmapped: gone, done: false });
  if (world.moveRefusal !== undefined) return world.moveRefusal;
  if (gone.length > 0) return again(`${gone[0]?.name ?? ""} has no place in version ${asked.version}.`);
  world.change(key, () => ((run.version = asked.version), []));
  return ok({ mapping, unmapped: [], done: true });
}

function modify(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const asked = json(ask) as { terminate: string[]; activate: { elementId: string; inStep?: string }[] };
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "Not found", `There is no run ${key}.`);
  if (world.moveRefusal !== undefined) return world.moveRefusal;
  if (asked.activate.length === 0) return refuse(422, "Unprocessable", "Say where to begin.");
  world.modified.push(asked);
  world.change(key, () => {
    const stopped = run.steps.filter(({ id }) => asked.terminate.includes(id));
    const endedAt = new Date().toISOString();
    for (const step of stopped) Object.assign(step, { status: "cancelled", error: null, endedAt });
    const begun = asked.activate.map((one, index): Step => ({
      id: `9${run.key}${run.steps.length + index}`,
      elementId: one.elementId,
      name: run.steps.find(({ elementId }) => elementId === one.elementId)?.name ?? one.elementId,
      type: "serviceTask",
      parentId: one.inStep ?? null,
      status: "running",
      startedAt: endedAt,
      attempts: 1,
      cost: null,
    }));
    run.steps.push(...begun);
    run.status = "running";
    return [...stopped, ...begun];
  });
  return none;
}

export const again = (detail: string): Answer => ({
  status: 409,
  json: { type: "about:blank", title: "Conflict", status: 409, detail, errors: [], runAgain: true },
});

function effects(world: World, key: string) {
  const run = world.runs.get(key);
  const settled = (effect: { key: string }) => world.settled.get(effect.key);
  return run === undefined
    ? []
    : effectsOf(run).map((effect) => (settled(effect) === undefined ? effect : { ...effect, state: "confirmed" }));
}

function settle(world: World, ask: Ask, [key = ""]: string[]): Answer {
  if (world.settled.has(key)) return refuse(409, "Conflict", "Somebody has answered this already.");
  world.settled.set(key, json(ask) as object);
  return none;
}
