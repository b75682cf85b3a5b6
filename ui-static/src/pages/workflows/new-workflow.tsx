import { useState } from "preact/hooks";
import type { WorkflowList } from "../../api/types.ts";
import { createFromTemplate, saveDraft } from "../../api/workflows.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { blankDiagram, idFromName, readDiagram } from "./diagrams.ts";

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
  const taken = (id: string) => list?.items.some((workflow) => workflow.id === id) ?? false;

  const open = (id: string) => location.assign(`/designer?workflow=${encodeURIComponent(id)}`);
  const attempt = (work: Promise<string>) => {
    setProblem(undefined);
    work.then(open, setProblem);
  };
  const create = async (id: string, xml: string) => {
    if (taken(id)) throw new Error(`There is already a workflow with the id "${id}".`);
    await saveDraft(id, xml, undefined);
    return id;
  };

  return (
    <Dialog title={titles[kind]} wide={kind === "template"} close={close}>
      {problem === undefined ? null : <Trouble problem={problem} />}
      {kind === "blank" ? (
        <BlankForm create={(name) => attempt(create(idFromName(name), blankDiagram(name)))} />
      ) : null}
      {kind === "template" ? (
        <Gallery
          list={list}
          choose={(template) => attempt(createFromTemplate(template).then(({ id }) => id))}
        />
      ) : null}
      {kind === "import" ? (
        <ImportForm
          read={(file) =>
            attempt(
              file.text().then((xml) => {
                const { id } = readDiagram(xml);
                return create(id, xml);
              }),
            )
          }
        />
      ) : null}
    </Dialog>
  );
}

function BlankForm({ create }: { create: (name: string) => void }) {
  const [name, setName] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    create(name.trim());
  };
  return (
    <form class="field" style={{ gap: "12px" }} onSubmit={submit}>
      <label class="field">
        <span class="field__label">Name</span>
        <input
          class="input"
          required
          pattern=".*\S.*"
          maxLength={80}
          placeholder="Weekly digest"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <span class="field__help">
          {name.trim() === "" ? "What it does, in two or three words." : `Its id: ${idFromName(name)}`}
        </span>
      </label>
      <span>
        <button type="submit" class="button button--main">
          Create
        </button>
      </span>
    </form>
  );
}

function Gallery(props: { list: WorkflowList | undefined; choose: (id: string) => void }) {
  const templates = props.list?.templates ?? [];
  if (templates.length === 0) {
    return <p class="soft">All templates are already among your workflows.</p>;
  }
  return (
    <div class="gallery">
      {templates.map((template) => (
        <button
          key={template.id}
          type="button"
          class="gallery__item"
          onClick={() => props.choose(template.id)}
        >
          <strong class="cluster">
            <Icon name="gallery" /> {template.name}
          </strong>
          <span class="soft small">{template.summary}</span>
        </button>
      ))}
    </div>
  );
}

function ImportForm({ read }: { read: (file: File) => void }) {
  return (
    <label class="field">
      <span class="field__label">A BPMN 2.0 file</span>
      <input
        type="file"
        accept=".bpmn,.xml,application/xml"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) read(file);
        }}
      />
      <span class="field__help">
        It becomes a draft. Nothing in it runs before you publish it.
      </span>
    </label>
  );
}
