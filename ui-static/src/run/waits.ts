import type { Effect } from "../api/repair.ts";
import type { Waiting } from "../api/run-about.ts";
import { currently } from "./currently.ts";
import { stepsInOrder, type RunState } from "./run-state.ts";
import { duration, stepName } from "./words.ts";

/** One thing that the run does or waits for, as a sentence of its own. */
export interface Wait {
  kind: Waiting["kind"] | "unsure" | "work" | "over";
  stepId: string | undefined;
  name: string;
  text: string;
  incidentKey?: string;
  runKey?: string;
}

const asksPeople = new Set<Wait["kind"]>(["unsure", "person", "broker"]);

/** What asks for a person stands first. Without the engine's words the steps themselves tell. */
export function waitsOf(state: RunState, effects: readonly Effect[], now: number): Wait[] {
  const told = state.about.waiting ?? [];
  const broken = stepsInOrder(state).filter(
    (step) => step.status === "failed" && step.error?.incidentKey !== undefined,
  );
  const incidents = broken.map<Wait>((step) => ({
    kind: "incident",
    stepId: step.id,
    name: stepName(step),
    text: step.error?.message.split("\n")[0] ?? "",
    incidentKey: step.error?.incidentKey ?? "",
  }));
  const others = told
    .filter(({ kind, stepId }) => kind !== "incident" || !broken.some(({ id }) => id === stepId))
    .map<Wait>((wait) => ({
      kind: wait.kind,
      stepId: wait.stepId,
      name: wait.name,
      text: untilWords(wait, now),
      ...(wait.runKey == null ? {} : { runKey: wait.runKey }),
    }));
  const unsure = effects
    .filter((effect) => effect.state === "unknown")
    .map<Wait>(({ stepId, name }) => ({
      kind: "unsure",
      stepId,
      name,
      text: "for you: something was sent, and the answer never came. Did it happen?",
    }));
  const all = [...incidents, ...unsure, ...others].sort((a, b) => rank(a) - rank(b));
  return all.length > 0 ? all : [{ kind: kindOf(state), stepId: undefined, name: "", text: currently(state) }];
}

const rank = ({ kind }: Wait) => (kind === "incident" ? 0 : asksPeople.has(kind) ? 1 : 2);

const kindOf = ({ run }: RunState): Wait["kind"] =>
  run?.status === "completed" || run?.status === "cancelled" ? "over" : "work";

/** A moment that is known is told anew each second; everything else stands as the engine says it. */
function untilWords(wait: Waiting, now: number): string {
  if (wait.until == null) return wait.text;
  const left = Date.parse(wait.until) - now;
  const clock = clockTime(wait.until, now);
  if (wait.kind === "backoff") {
    const why = wait.message == null ? "" : `; ${wait.message}`;
    return left <= 0 ? "the next try begins" : `the next try is at ${clock}, in ${duration(left)}${why}`;
  }
  if (wait.kind !== "timer") return wait.text;
  return left <= 0 ? "its time has come" : `until ${clock}, for ${duration(left)} more`;
}

export function clockTime(time: string, now: number): string {
  const then = new Date(time);
  const clock = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === new Date(now).toDateString()) return clock;
  return `${then.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" })}, ${clock}`;
}
