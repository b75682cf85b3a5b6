import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { listIncidents, readIncident, type Incident } from "../../api/repair.ts";
import { readRun } from "../../api/runs.ts";
import { incidentOfStep } from "../../run/incident-of-step.ts";

/** Page after page, up to so many: nobody looks through more. */
const most = 1_000;

const missing = (problem: unknown) => problem instanceof ApiProblem && problem.status === 404;

/** Asks for the incident; one that the engine does not list by itself is taken from its run. */
export async function findIncident(key: string, runKey: string | undefined): Promise<Incident> {
  try {
    return await readIncident(key);
  } catch (problem) {
    if (runKey === undefined || !missing(problem)) throw problem;
    const run = await readRun(runKey);
    const step = run.steps.find(({ error }) => error?.incidentKey === key);
    const found = step === undefined ? undefined : incidentOfStep(run, step, run.variables);
    if (found === undefined) throw problem;
    return found;
  }
}

/** Open incidents with the same cause at the same step, this one among them. */
export function useSameCause(incident: Incident | undefined): [Incident[], () => void] {
  const [same, setSame] = useState<Incident[]>([]);
  const { key, workflow, elementId, cause } = incident ?? {};

  const read = useCallback(() => {
    if (workflow === undefined) return;
    // why nothing on trouble: the incident itself can be mended without the others.
    allOpen(workflow).then(
      (open) => setSame(open.filter((one) => one.elementId === elementId && one.cause === cause)),
      () => setSame([]),
    );
  }, [workflow, elementId, cause]);

  useEffect(read, [read, key]);
  return [same, read];
}

async function allOpen(workflow: string): Promise<Incident[]> {
  const all: Incident[] = [];
  let cursor: string | undefined;
  do {
    const page = await listIncidents({ workflow, status: "open", ...(cursor === undefined ? {} : { cursor }) });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && all.length < most);
  return all;
}
