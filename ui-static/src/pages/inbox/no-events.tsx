import { listWorkflows, readWorkflow } from "../../api/workflows.ts";
import type { Trigger } from "../../api/types.ts";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Empty } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { curlTo } from "../../run/curl.ts";

/** Nothing has arrived yet: a command that lets the first thing arrive. */
export function NoEvents() {
  const [loaded] = useLoad("first hook", firstHook);
  const hook = loaded.is === "here" ? loaded.value : undefined;
  return (
    <Empty
      icon="inbox"
      title="Nothing has arrived yet"
      actions={
        hook === undefined && loaded.is !== "loading" ? (
          <a class="button button--main" href="/?new=template">
            Begin with a template
          </a>
        ) : undefined
      }
    >
      Every request, feed entry, form and call that starts a workflow is stored here before it is
      answered, so that nothing is lost and everything can be replayed.{" "}
      {hook === undefined
        ? "Publish a workflow that a webhook starts, and send something to it."
        : `Send something to ${hook.name}, for example from a terminal:`}
      {hook === undefined ? null : (
        <span class="command">
          <code>{hook.command}</code>
          <CopyButton text={hook.command} label="Copy the command" />
        </span>
      )}
    </Empty>
  );
}

/** The first published workflow that a webhook starts, with its own example. */
async function firstHook(): Promise<{ name: string; command: string } | undefined> {
  const { items } = await listWorkflows();
  const isHook = ({ kind }: Trigger) => kind === "webhook";
  const found = items.find(({ version, triggers }) => version != null && triggers.some(isHook));
  const trigger = found?.triggers.find(isHook);
  if (found === undefined || trigger?.path == null) return undefined;
  const { exampleInput } = await readWorkflow(found.id);
  const body = compact((exampleInput ?? "{}").replaceAll("{{base}}", location.origin));
  const url = `${location.origin}/hooks/${trigger.path}`;
  return { name: found.name, command: curlTo({ ...trigger, url }, body) };
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
