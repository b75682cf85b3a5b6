import type { Incident } from "../api/repair.ts";
import type { Run, Step, Variables } from "../api/types.ts";
import { stepName } from "./words.ts";

/** An incident as the run itself tells it, where the engine has no page of its own for it. */
export function incidentOfStep(run: Run, step: Step, variables: Variables): Incident | undefined {
  const { error } = step;
  if (error?.incidentKey === undefined) return undefined;
  const [cause, ...more] = error.message.split("\n");
  return {
    key: error.incidentKey,
    runKey: run.key,
    workflow: run.workflow,
    ...(run.workflowName === undefined ? {} : { workflowName: run.workflowName }),
    version: run.version,
    stepId: step.id,
    elementId: step.elementId,
    name: stepName(step),
    connector: step.connector ?? null,
    type: error.code ?? "",
    cause: cause ?? error.message,
    raw: error.raw ?? [error.code, cause, ...more].filter((line) => line !== undefined).join("\n"),
    createdAt: step.startedAt,
    values: { ...variables, ...step.input },
  };
}
