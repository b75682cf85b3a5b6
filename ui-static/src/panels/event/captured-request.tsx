import type { InboxEventDetails, Json, StoredDocument, Variables } from "../../api/types.ts";
import { CopyButton } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";
import { asText, ValueTree } from "../values/value-tree.tsx";
import { byteSize } from "../../run/event-words.ts";
import { bodyText } from "./body-text.ts";

/** What arrived, by its parts, as the workflow sees it; the raw bytes are there to download. */
export function CapturedRequest({ details }: { details: InboxEventDetails }) {
  const { body, headers, query, ...rest } = details.request;
  return (
    <>
      <Body body={body} />
      <Values title="Query" value={query} />
      <Values title="Headers" value={headers} />
      <Documents documents={details.documents} />
      <Values title="Values for the run" value={details.variables} />
      <Values title="The rest of the request" value={withoutEmpty(rest)} />
    </>
  );
}

function Body({ body }: { body: Json | undefined }) {
  if (body === undefined || body === null || body === "") return null;
  const text = bodyText(body);
  return (
    <section>
      <h3 class="pane__title">
        Body <CopyButton text={asText(body)} label="Copy the body" />
      </h3>
      {text === undefined ? (
        <ValueTree value={body} name="Body" />
      ) : (
        <pre class="pane__raw">{text}</pre>
      )}
    </section>
  );
}

function Values({ title, value }: { title: string; value: Json | undefined }) {
  if (value === undefined || value === null || Object.keys(value).length === 0) return null;
  return (
    <section>
      <h3 class="pane__title">
        {title} <CopyButton text={asText(value)} label={`Copy ${title.toLowerCase()}`} />
      </h3>
      <ValueTree value={value} name={title} />
    </section>
  );
}

function Documents({ documents }: { documents: StoredDocument[] }) {
  if (documents.length === 0) return null;
  return (
    <section>
      <h3 class="pane__title">Documents</h3>
      <ul class="documents">
        {documents.map((document) => (
          <li key={document.id}>
            <a class="documents__item" href={document.href} download={document.name}>
              <Icon name="download" size={14} />
              <span class="documents__name">{document.name}</span>
              <span class="soft small">
                {document.contentType} · {byteSize(document.size)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const withoutEmpty = (request: Variables): Variables =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null));
