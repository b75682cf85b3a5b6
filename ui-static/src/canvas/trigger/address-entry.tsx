/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useState } from "@bpmn-io/properties-panel/preact/hooks";
import { propertyOf } from "../model.ts";
import type { EntryProps } from "./entries.tsx";
import { startKind } from "./kinds.ts";

/** The whole address, to be given to whoever sends; a form's can be opened. */
export function Address({ element }: EntryProps) {
  const [copied, setCopied] = useState(false);
  const form = startKind(element) === "form";
  const path = propertyOf(element.businessObject, "inbound.path") ?? "";
  const address = `${location.origin}/${form ? "forms" : "hooks"}/${path.replace(/^\/+/, "")}`;
  const copy = () => {
    void navigator.clipboard.writeText(address).then(() => setCopied(true));
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div class="bio-properties-panel-entry hook-address">
      <span class="bio-properties-panel-label">
        {form ? "Address of the form" : "Address to send to"}
      </span>
      <div class="hook-address__line">
        <code>{address}</code>
        {form ? (
          <a class="button button--small" href={address} target="_blank" rel="noreferrer">
            Open
          </a>
        ) : null}
        <button type="button" class="button button--small" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </button>
      </div>
    </div>
  );
}
