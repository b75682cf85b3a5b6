import type { Effect, Incident } from "../../src/api/repair.ts";
import type { RunDetails, Step } from "../../src/api/types.ts";
import { newsroomRun } from "./runs.ts";

/** The incident that a failed step stands for, as the engine tells it. */
export function incidentOf(run: RunDetails, step: Step): Incident {
  return {
    key: step.error?.incidentKey ?? "",
    runKey: run.key,
    workflow: run.workflow,
    workflowName: run.workflowName ?? run.workflow,
    version: run.version,
    stepId: step.id,
    elementId: step.elementId,
    name: step.name,
    connector: step.connector ?? null,
    type: "JOB_NO_RETRIES",
    cause: step.error?.message ?? "",
    fix: "Correct the address, or wait until the server answers, then try again.",
    raw: `${step.error?.code ?? ""}: ${step.error?.message ?? ""}`,
    createdAt: new Date(Date.now() - 60_000).toISOString(),
    resolvedAt: null,
    retriesLeft: 0,
    values: { ...step.input, limit: run.variables.limit ?? null, urgent: false },
    failing: { name: "url", expression: "=entry.link", value: step.input?.url ?? null },
  };
}

/** The same trouble in other runs, as it comes when a server is away. */
export function brokenRuns(count: number): RunDetails[] {
  return Array.from({ length: count }, (_, index) => {
    const run = newsroomRun();
    const key = `${4503599627380001 + index * 10}`;
    const steps = run.steps.map((step) => ({
      ...step,
      id: `${step.id}${index}`,
      parentId: step.parentId == null ? null : `${step.parentId}${index}`,
      ...(step.error == null ? {} : { error: { ...step.error, incidentKey: `${4503599627390001 + index * 10}` } }),
    }));
    return { ...run, key, startedAt: new Date(Date.now() - (index + 2) * 3_600_000).toISOString(), steps };
  });
}

/** What the publishing steps of a run did outside; the last answer never came. */
export function effectsOf(run: RunDetails): Effect[] {
  const calls = run.steps.filter(({ elementId, status }) =>
    elementId === "publishPage" || (elementId === "writeHeadline" && status === "running"));
  return calls.map((step) => {
    const sure = step.elementId === "publishPage";
    return {
      key: `${step.id}-e1`,
      stepId: step.id,
      elementId: step.elementId,
      name: step.name,
      connector: step.connector ?? "",
      method: sure ? "PUT" : "POST",
      target: sure ? `/site/demo.html` : "https://models.example.org/v1/chat",
      state: sure ? "confirmed" : "unknown",
      intendedAt: step.startedAt,
      sentAt: step.startedAt,
      settledAt: sure ? (step.endedAt ?? null) : null,
      summary: sure ? "A page of 2.1 kB" : "{\"model\":\"headline-writer\"} · 4.2 kB",
    };
  });
}
