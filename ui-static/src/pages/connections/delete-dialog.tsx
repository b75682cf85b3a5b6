import { useState } from "preact/hooks";
import { deleteConnection, type StoredConnection } from "../../api/connections.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { Uses } from "./connection-pane.tsx";

interface Props {
  connection: StoredConnection;
  close: () => void;
  deleted: () => void;
}

/** The values cannot be brought back, so it is asked before, with what would stop working. */
export function DeleteDialog({ connection, close, deleted }: Props) {
  const { name, usedBy } = connection;
  const [problem, setProblem] = useState<unknown>();
  const used = usedBy.length > 0;
  const remove = () => {
    deleteConnection(name, used).then(() => {
      toast({ text: `${name} is deleted.` });
      deleted();
    }, setProblem);
  };
  return (
    <Dialog
      title={`Delete ${name}?`}
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Keep it
          </button>
          <button type="button" class="button button--danger" onClick={remove}>
            {used ? "Delete it all the same" : "Delete"}
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      {used ? (
        <>
          <p>These use it. Webhooks will refuse every request and steps will fail without it:</p>
          <Uses uses={usedBy} />
        </>
      ) : (
        <p>Nothing uses it. Its values cannot be brought back.</p>
      )}
    </Dialog>
  );
}
