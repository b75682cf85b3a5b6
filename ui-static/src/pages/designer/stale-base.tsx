import { useState } from "preact/hooks";
import { discardDraft, readWorkflow } from "../../api/workflows.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import type { Desk } from "./use-designer.ts";

interface Props {
  desk: Desk;
  workflow: string;
  publish: () => Promise<void>;
  close: () => void;
}

/** Somebody published a newer version while this draft was being drawn. */
export function StaleBase({ desk, workflow, publish, close }: Props) {
  const [problem, setProblem] = useState<unknown>();
  const attempt = (work: () => Promise<void>) => {
    work().then(close, setProblem);
  };

  const mine = async () => {
    const { version } = await readWorkflow(workflow);
    await desk.session.putOn(version ?? 0, (await desk.table?.text()) ?? "");
    await publish();
  };

  const theirs = async () => {
    await discardDraft(workflow);
    await desk.table?.show(await desk.session.takeTheirs());
  };

  return (
    <Dialog
      title="A newer version was published meanwhile"
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Decide later
          </button>
          <button type="button" class="button button--danger" onClick={() => attempt(theirs)}>
            Discard my draft
          </button>
          <button type="button" class="button button--main" onClick={() => attempt(mine)}>
            Publish mine as the newest
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <p>
        Your draft began with version {desk.session.baseVersion ?? "none"}, and somebody has
        published a newer one since. Publishing yours makes it the newest; theirs stays in the
        list of versions.
      </p>
    </Dialog>
  );
}
