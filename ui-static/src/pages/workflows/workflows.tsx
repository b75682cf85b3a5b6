import { useState } from "preact/hooks";
import { listWorkflows } from "../../api/workflows.ts";
import type { Workflow } from "../../api/types.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { parameter } from "../../panels/frame/show.tsx";
import { useNews } from "../../panels/frame/use-news.ts";
import { Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { RunDialog } from "../../panels/run-dialog/run-dialog.tsx";
import { chosenWorkflows, type Filter } from "./filter.ts";
import { NewWorkflow, type NewKind } from "./new-workflow.tsx";
import { NewMenu } from "./new-menu.tsx";
import { NoneYet } from "./none-yet.tsx";
import { RecentDrafts } from "./recent-drafts.tsx";
import { WorkflowsBar } from "./workflows-bar.tsx";
import { WorkflowsTable } from "./workflows-table.tsx";

const newKinds: readonly string[] = ["blank", "template", "import"] satisfies NewKind[];

export function Workflows() {
  const [loaded, again] = useLoad("workflows", listWorkflows);
  const [filter, setFilter] = useState<Filter>({ text: "", status: "" });
  const [creating, setCreating] = useState<NewKind | undefined>(() => asked());
  const [running, setRunning] = useState<string | undefined>(() => parameter("run"));
  useNews(["run", "workflow"], again);

  const list = loaded.is === "here" ? loaded.value : undefined;
  const shown = list === undefined ? undefined : chosenWorkflows(list.items, filter);
  const toRun = list?.items.find((workflow) => workflow.id === running);

  return (
    <Frame here="workflows" title="Workflows" actions={<NewMenu choose={setCreating} />}>
      <div class="column">
        {loaded.is === "trouble" ? <Trouble problem={loaded.problem} again={again} /> : null}
        {list?.items.length === 0 ? (
          <NoneYet choose={setCreating} />
        ) : loaded.is === "trouble" ? null : (
          <>
            <RecentDrafts workflows={list?.items ?? []} />
            <WorkflowsBar filter={filter} change={setFilter} />
            <WorkflowsTable
              workflows={shown}
              run={(workflow: Workflow) => setRunning(workflow.id)}
              changed={again}
              clear={() => setFilter({ text: "", status: "" })}
            />
          </>
        )}
      </div>
      {creating === undefined ? null : (
        <NewWorkflow
          kind={creating}
          list={list}
          close={() => setCreating(undefined)}
        />
      )}
      {toRun === undefined ? null : (
        <RunDialog
          workflow={toRun.id}
          name={toRun.name}
          close={() => setRunning(undefined)}
        />
      )}
    </Frame>
  );
}

function asked(): NewKind | undefined {
  const kind = parameter("new");
  return kind !== undefined && newKinds.includes(kind) ? (kind as NewKind) : undefined;
}
