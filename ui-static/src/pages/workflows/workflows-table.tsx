import type { Workflow } from "../../api/types.ts";
import { discardDraft, readDraft, saveDraft } from "../../api/workflows.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Menu } from "../../panels/parts/menu.tsx";
import { PausedMark } from "../../panels/pause/paused-mark.tsx";
import { pauseItem } from "../../panels/pause/pause-item.ts";
import { Empty, sentence, SkeletonRows } from "../../panels/parts/messages.tsx";
import { When } from "../../panels/parts/time.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { TriggerMark } from "./trigger-mark.tsx";

interface Props {
  workflows: Workflow[] | undefined;
  run: (workflow: Workflow) => void;
  changed: () => void;
  clear: () => void;
}

export function WorkflowsTable({ workflows, run, changed, clear }: Props) {
  if (workflows?.length === 0) {
    return (
      <Empty
        icon="search"
        title="No workflow fits"
        actions={
          <button type="button" class="button" onClick={clear}>
            Show all
          </button>
        }
      />
    );
  }
  return (
    <table class="table" aria-busy={workflows === undefined}>
      <thead>
        <tr>
          <th>Workflow</th>
          <th>Version</th>
          <th>Starts by</th>
          <th class="is-number">Today</th>
          <th>Trouble</th>
          <th>Changed</th>
          <th>
            <span class="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {workflows === undefined ? (
          <SkeletonRows columns={7} rows={4} />
        ) : (
          workflows.map((workflow) => (
            <Row key={workflow.id} workflow={workflow} run={run} changed={changed} />
          ))
        )}
      </tbody>
    </table>
  );
}

type RowProps = { workflow: Workflow } & Pick<Props, "run" | "changed">;

function Row({ workflow, run, changed }: RowProps) {
  const id = encodeURIComponent(workflow.id);
  const published = workflow.version != null;
  return (
    <tr>
      <td class="is-wide">
        <a class="row-link" href={`/designer?workflow=${id}`} title={workflow.id}>
          {workflow.name}
        </a>
      </td>
      <td>
        <span class="cluster">
          {published ? <span>v{workflow.version}</span> : null}
          {workflow.draft == null ? null : <span class="tag is-draft">draft</span>}
          {workflow.paused === true ? <PausedMark /> : null}
        </span>
      </td>
      <td class="triggers">
        <span class="cluster">
          {workflow.triggers.map((trigger) => (
            <TriggerMark key={trigger.elementId} trigger={trigger} />
          ))}
        </span>
      </td>
      <td class="is-number">
        <a class={workflow.runs.today > 0 ? "" : "faint"} href={`/runs?workflow=${id}`}>
          {workflow.runs.today}
        </a>
      </td>
      <td>
        {workflow.runs.failed > 0 ? (
          <a class="status is-failed" href={`/runs?workflow=${id}&status=failed`}>
            <Icon name="failed" size={14} />
            {workflow.runs.failed === 1 ? "1 needs repair" : `${workflow.runs.failed} need repair`}
          </a>
        ) : (
          <span class="faint">none</span>
        )}
      </td>
      <td class="soft">
        <When time={workflow.updatedAt} />
      </td>
      <td class="is-number row-actions">
        <button
          type="button"
          class="icon-button"
          title={published ? `Run ${workflow.name}` : "Publish it first"}
          aria-label={`Run ${workflow.name}`}
          disabled={!published}
          onClick={() => run(workflow)}
        >
          <Icon name="run" />
        </button>
        <Menu
          look="icon"
          name={`More for ${workflow.name}`}
          label={<Icon name="more" />}
          items={[
            pauseItem(
              { id: workflow.id, name: workflow.name, paused: workflow.paused ?? false, published },
              changed,
            ),
            {
              icon: "inbox",
              label: "What arrived for it",
              act: () => location.assign(`/inbox?workflow=${id}`),
            },
            {
              icon: "trash",
              label: published ? "Discard the draft" : "Delete the draft",
              disabled: workflow.draft == null,
              act: () => void discard(workflow, changed),
            },
          ]}
        />
      </td>
    </tr>
  );
}

/** The text is read first, so that the toast can bring it back. */
async function discard(workflow: Workflow, changed: () => void): Promise<void> {
  try {
    const { xml } = await readDraft(workflow.id);
    await discardDraft(workflow.id);
    changed();
    const restore = async () => {
      const fresh = workflow.version == null ? undefined : (await readDraft(workflow.id)).etag;
      await saveDraft(workflow.id, xml, fresh);
      changed();
    };
    toast({
      text: `The draft of ${workflow.name} is gone.`,
      action: {
        label: "Undo",
        act: () => {
          restore().catch((problem: unknown) => toast({ text: sentence(problem), failed: true }));
        },
      },
    });
  } catch (problem) {
    toast({ text: sentence(problem), failed: true });
  }
}
