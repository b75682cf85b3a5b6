import { useState } from "preact/hooks";
import type { WorkflowList } from "../../api/types.ts";
import { saveDraft } from "../../api/workflows.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { BlankForm } from "./blank-form.tsx";
import { blankDiagram, idFromName } from "./diagrams.ts";
import { bringIn, hasNews, type BroughtIn } from "./import/bring-in.ts";
import { ImportForm } from "./import/import-form.tsx";
import { ImportReport, OpenImported } from "./import/import-report.tsx";
import { Gallery } from "./templates/gallery.tsx";

export type NewKind = "blank" | "template" | "import";

interface Props {
  kind: NewKind;
  list: WorkflowList | undefined;
  close: () => void;
}

const titles: Record<NewKind, string> = {
  blank: "New workflow",
  template: "Begin with a template",
  import: "Import a diagram",
};

export function NewWorkflow({ kind, list, close }: Props) {
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [imported, setImported] = useState<BroughtIn | undefined>();
  const taken = (id: string) => list?.items.some((workflow) => workflow.id === id) ?? false;

  const attempt = <T,>(work: Promise<T>, then: (result: T) => void) => {
    setProblem(undefined);
    setBusy(true);
    work
      .then(then, setProblem)
      .finally(() => setBusy(false));
  };
  const create = async (name: string) => {
    const id = idFromName(name);
    if (taken(id)) throw new Error(`There is already a workflow with the id "${id}".`);
    await saveDraft(id, blankDiagram(name), undefined);
    return id;
  };
  const read = (file: File) =>
    attempt(bringIn(file, taken), (result) => (hasNews(result) ? setImported(result) : open(result.id)));

  return (
    <Dialog
      title={imported === undefined ? titles[kind] : "Imported"}
      wide={kind === "template"}
      close={imported === undefined ? close : () => open(imported.id)}
      foot={
        imported === undefined ? undefined : (
          <OpenImported open={() => open(imported.id)} />
        )
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      {kind === "blank" ? <BlankForm create={(name) => attempt(create(name), open)} /> : null}
      {kind === "template" ? <Gallery workflows={list?.items ?? []} /> : null}
      {kind !== "import" ? null : imported === undefined ? (
        <ImportForm busy={busy} read={read} />
      ) : (
        <ImportReport imported={imported} />
      )}
    </Dialog>
  );
}

const open = (id: string) => location.assign(`/designer?workflow=${encodeURIComponent(id)}`);
