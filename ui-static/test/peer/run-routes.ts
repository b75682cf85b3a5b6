import { ok, refuse, type Answer, type Ask } from "./answers.ts";
import type { World } from "./world.ts";

/** The engine gives at most so many steps at once. */
const page = 1_000;

export function readRun(world: World, _ask: Ask, [key = ""]: string[]): Answer {
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "There is no such run", key);
  if (run.steps.length <= page) return ok(run);
  return ok({ ...run, steps: run.steps.slice(0, page), stepsNext: `${page}` });
}

export function readSteps(world: World, ask: Ask, [key = ""]: string[]): Answer {
  const run = world.runs.get(key);
  if (run === undefined) return refuse(404, "There is no such run", key);
  const element = ask.query.get("element");
  const all = element === null ? run.steps : run.steps.filter(({ elementId }) => elementId === element);
  const from = Number(ask.query.get("cursor") ?? 0);
  const to = from + page;
  return ok({ items: all.slice(from, to), next: to < all.length ? `${to}` : null });
}
