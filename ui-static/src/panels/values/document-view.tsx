import { useState } from "preact/hooks";
import { documentHref, documentPreview, type DocumentValue } from "../../api/documents.ts";
import { byteSize } from "../../run/event-words.ts";
import { Icon } from "../parts/icon.tsx";
import { sentence } from "../parts/messages.tsx";

/** A value that is kept as a document: what it is, how it begins, the whole of it to download. */
export function DocumentView({ document, name }: { document: DocumentValue; name: string }) {
  const [shown, setShown] = useState<string>();
  const [trouble, setTrouble] = useState<unknown>();
  const { $document: id, contentType = "unknown kind", size, preview } = document;
  const show = () => {
    if (shown !== undefined) return setShown(undefined);
    setTrouble(undefined);
    documentPreview(id).then(setShown, setTrouble);
  };
  const begins = shown ?? preview;
  return (
    <span class="document">
      <span class="document__line">
        <Icon name="document" size={14} />
        <span>
          {contentType}
          {size === undefined ? "" : ` · ${byteSize(size)}`}
        </span>
        <a class="document__link" href={documentHref(id)} download={name}>
          Download
        </a>
        <button type="button" class="values__more" aria-expanded={shown !== undefined} onClick={show}>
          {shown === undefined ? "How it begins" : "Less"}
        </button>
      </span>
      {trouble === undefined ? null : <span class="text-failed">{sentence(trouble)}</span>}
      {begins === undefined || begins === "" ? null : (
        <span class={shown === undefined ? "document__preview" : "document__preview is-open"}>{begins}</span>
      )}
    </span>
  );
}
