import { useState } from "preact/hooks";
import type { FormRequest } from "../../canvas/trigger/form-entries.tsx";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { formProblem } from "./form-problem.ts";

/** A form as JSON, as form-js and Camunda's form editor write it. */
export function FormEditor({ request, close }: { request: FormRequest; close: () => void }) {
  const [text, setText] = useState(request.json);
  const problem = formProblem(text);
  const save = () => {
    if (problem !== undefined) return;
    request.save(text);
    close();
  };
  return (
    <Dialog
      title="The form"
      wide
      close={close}
      foot={
        <>
          <a
            class="button dialog__left"
            href={`/forms/${request.path}`}
            target="_blank"
            rel="noreferrer"
          >
            Open its page
          </a>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button
            type="button"
            class="button button--main"
            disabled={problem !== undefined}
            onClick={save}
          >
            Use this form
          </button>
        </>
      }
    >
      <label class="field">
        <span class="field__label">Fields, as JSON of form-js</span>
        <textarea
          class="textarea form-editor"
          spellcheck={false}
          value={text}
          aria-invalid={problem !== undefined}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        />
        <span class={problem === undefined ? "field__help" : "field__help text-failed"}>
          {problem ??
            "Drawn in Camunda's form editor, or written here. Its page shows what is published."}
        </span>
      </label>
    </Dialog>
  );
}
