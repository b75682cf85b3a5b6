import type { Step } from "../api/types.ts";
import { isLoopFrame } from "./marks.ts";
import { stepsInOrder, type RunState } from "./run-state.ts";
import { stepName } from "./words.ts";

const groups = new Set(["subProcess", "process", "adHocSubProcess", "eventSubProcess"]);

/** What a run is doing, in words: "waiting: Approve", "at Get the article and 2 others". */
export function currently(state: RunState): string {
  const { run } = state;
  if (run === undefined) return "";
  const work = stepsInOrder(state).filter((step) => !isLoopFrame(step) && !groups.has(step.type));
  const at = (status: Step["status"]) =>
    [...new Set(work.filter((step) => step.status === status).map(stepName))];
  switch (run.status) {
    case "completed":
      return "done";
    case "cancelled":
      return "cancelled";
    case "failed":
      return `needs repair: ${names(at("failed"), "a step")}`;
    case "waiting":
      return `waiting: ${names(at("waiting"), "for something to arrive")}`;
    case "running":
      return `at ${names(at("running"), "the next step")}`;
  }
}

function names(all: string[], none: string): string {
  const [first, second, ...others] = all;
  if (first === undefined) return none;
  if (second === undefined) return first;
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${others.length + 1} others`;
}
