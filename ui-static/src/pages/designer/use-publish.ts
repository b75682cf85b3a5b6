import { useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { publish as sendPublish } from "../../api/workflows.ts";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import type { Problem } from "../../api/types.ts";
import { problemsIn, stands } from "./publish-problems.ts";
import type { Desk } from "./use-designer.ts";

type State = "ready" | "publishing" | "stale";

/** Saves what is open, publishes it, and sorts out the refusals. */
export function usePublish(desk: Desk, workflow: string) {
  const [state, setState] = useState<State>("ready");

  const publish = async () => {
    if (state === "publishing") return;
    setState("publishing");
    try {
      await desk.table?.handOver();
      if (!(await desk.session.flush())) {
        toast({ text: "Not published: the draft is not saved yet.", failed: true });
        return setState("ready");
      }
      const standing = (await desk.table?.lint.now())?.filter(stands) ?? [];
      if (standing.length > 0) {
        setState("ready");
        return show(standing);
      }
      const before = desk.version;
      const { version, problems } = await sendPublish(workflow);
      desk.published(version);
      if (problems !== undefined) desk.setProblems(problems);
      await desk.session.renew();
      setState("ready");
      toast({
        text:
          version === before
            ? `Nothing has changed: version ${version} stays.`
            : `Version ${version} is published.`,
      });
    } catch (problem) {
      setState(problem instanceof ApiProblem && problem.status === 409 ? "stale" : "ready");
      refused(problem);
    }
  };

  const refused = (problem: unknown) => {
    if (problem instanceof ApiProblem && problem.status === 409) return;
    const found = problem instanceof ApiProblem ? problemsIn(problem, desk.problems) : [];
    if (found.length === 0) return toast({ text: sentence(problem), failed: true });
    desk.setProblems(found);
    show(found);
  };

  const show = (found: readonly Problem[]) => {
    const first = found.find(({ elementId }) => elementId != null)?.elementId;
    if (first != null) desk.select(first);
    toast({
      text: found.length === 1 ? "One thing is to mend first." : `${found.length} things are to mend first.`,
      failed: true,
    });
  };

  return { state, publish, close: () => setState("ready") };
}
