import { ApiProblem } from "../../../api/http.ts";
import { Empty, Trouble } from "../../../panels/parts/messages.tsx";
import { Icon } from "../../../panels/parts/icon.tsx";
import { download } from "../../../panels/values/download.ts";
import type { Desk } from "../use-designer.ts";
import { Undrawable } from "./undrawable.ts";

/** Why there is no drawing on the table, and what a person can do. */
export function OpeningTrouble({ problem, desk }: { problem: unknown; desk: Desk }) {
  if (problem instanceof ApiProblem && problem.status === 404) {
    return <NoWorkflow text="It may have been deleted, or the link is mistyped." />;
  }
  return (
    <div class="column">
      {problem instanceof Undrawable ? (
        <NoDrawing problem={problem} desk={desk} />
      ) : (
        <Trouble problem={problem} again={() => location.reload()} />
      )}
    </div>
  );
}

function NoDrawing({ problem, desk: { workflow, session } }: { problem: Undrawable; desk: Desk }) {
  const own = session.isOwnCopy;
  const toTheSaved = () => {
    session.dropCopy();
    location.reload();
  };
  return (
    <div class="notice is-failed" role="alert">
      <Icon name="alert" />
      <div class="notice__body">
        <strong>This drawing cannot be opened</strong>
        <span>
          {own
            ? "What this browser kept of your last changes is damaged. The draft that was saved before is still there."
            : "Its file is damaged, or it holds steps without a drawing. Nothing was changed in it. Download it, and import it again when it is mended."}
        </span>
        <details>
          <summary>Raw text</summary>
          <pre class="pane__raw">{problem.message}</pre>
        </details>
        <span class="cluster">
          <button
            type="button"
            class="button button--small"
            onClick={() => download(`${workflow}.bpmn`, problem.xml, "application/xml")}
          >
            Download the file
          </button>
          {own ? (
            <button type="button" class="button button--small" onClick={toTheSaved}>
              Open the saved draft
            </button>
          ) : (
            <a href="/">To the workflows</a>
          )}
        </span>
      </div>
    </div>
  );
}

export function NoWorkflow({ text }: { text: string }) {
  return (
    <Empty
      icon="workflows"
      title="There is no such workflow"
      actions={
        <a class="button button--main" href="/">
          To the workflows
        </a>
      }
    >
      {text}
    </Empty>
  );
}
