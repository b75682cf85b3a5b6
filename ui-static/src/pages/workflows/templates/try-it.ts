import { ApiProblem } from "../../../api/http.ts";
import type { Template } from "../../../api/templates.ts";
import type { Variables, Workflow } from "../../../api/types.ts";
import { createFromTemplate, publish, startRun } from "../../../api/workflows.ts";

/** Creates what is missing, publishes it, and starts it with the example; gives the run's address. */
export async function tryIt(template: Template, there: Workflow | undefined): Promise<string> {
  if (there === undefined) await begin(template.id);
  if (there?.version == null) await publish(template.id);
  // why: a paused workflow takes the event and has no run yet.
  const { runKey }: { runKey?: string } = await startRun(template.id, exampleOf(template));
  return runKey === undefined
    ? `/inbox?workflow=${encodeURIComponent(template.id)}`
    : `/run?key=${runKey}`;
}

/** A draft that an earlier try left behind is as good. */
async function begin(id: string): Promise<void> {
  try {
    await createFromTemplate(id);
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.status === 409)) throw problem;
  }
}

/** The example's text, with this server's address where it belongs. */
export const exampleText = (template: Template, origin = location.origin): string =>
  (template.exampleInput ?? "{}").replaceAll("{{base}}", origin).trim();

const exampleOf = (template: Template): Variables => JSON.parse(exampleText(template)) as Variables;
