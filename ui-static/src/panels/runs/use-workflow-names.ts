import { useEffect, useState } from "preact/hooks";
import { listWorkflows } from "../../api/workflows.ts";

/** The workflows' names by their ids; empty until they are read. */
export function useWorkflowNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    // why: without the names the lists can still be used; their own trouble is shown by them.
    listWorkflows().then(
      ({ items }) => setNames(new Map(items.map(({ id, name }) => [id, name]))),
      () => undefined,
    );
  }, []);
  return names;
}
