import { useId } from "preact/hooks";
import type { Workflow } from "../../../api/types.ts";
import { Icon } from "../../../panels/parts/icon.tsx";
import { missingModels, type AskedModel, type TemplateFacts } from "./facts.ts";
import { TemplatePicture } from "./template-picture.tsx";
import { exampleText } from "./try-it.ts";

interface Props {
  template: TemplateFacts;
  /** The workflow of the same id, when there is one. */
  there: Workflow | undefined;
  /** The aliases of the models that are set up. */
  known: readonly string[];
  busy: boolean;
  tryIt: () => void;
  use: () => void;
}

export function TemplateCard({ template, there, known, busy, tryIt, use }: Props) {
  const title = useId();
  const missing = missingModels(template, known);
  return (
    <article class="template" aria-labelledby={title} data-template={template.id}>
      <TemplatePicture picture={template.picture} name={template.name} />
      <div class="template__body">
        <h3 id={title} class="template__name">
          {template.name}
        </h3>
        <p class="soft small">{template.summary}</p>
        <ul class="template__marks" aria-label="About this template">
          {template.starts.map((start) => (
            <li key={start} class="tag">
              {start}
            </li>
          ))}
          {template.people.length === 0 ? null : (
            <li class="tag" title={template.people.join(", ")}>
              A person decides
            </li>
          )}
          {missing.length === 0 ? null : (
            <li class="tag template__need">
              <Icon name="warning" size={12} /> Needs a language model
            </li>
          )}
        </ul>
        {missing.map((model) => (
          <p key={model.alias} class="small template__note">
            {words(model)}
          </p>
        ))}
        <details class="template__example">
          <summary>Example input</summary>
          <pre tabIndex={0}>{exampleText(template)}</pre>
        </details>
      </div>
      <div class="template__actions">
        <button
          type="button"
          class="button button--small button--main"
          aria-describedby={title}
          disabled={busy}
          onClick={tryIt}
        >
          <Icon name="run" size={14} /> Try it
        </button>
        {there === undefined ? null : (
          <a
            class="button button--small"
            aria-describedby={title}
            href={`/designer?workflow=${encodeURIComponent(there.id)}`}
          >
            Open
          </a>
        )}
        <button
          type="button"
          class="button button--small button--quiet"
          aria-describedby={title}
          disabled={busy}
          onClick={use}
        >
          {there === undefined ? "Open as a draft" : "Make another"}
        </button>
      </div>
    </article>
  );
}

const words = ({ alias, note }: AskedModel) =>
  note === "" ? `It asks a model called ${alias}, which is not set up.` : note;
