import { useState } from "preact/hooks";
import { documentIn } from "../../api/documents.ts";
import type { Json } from "../../api/types.ts";
import { childPath } from "../../run/paths.ts";
import { CopyButton } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";
import { DocumentView } from "./document-view.tsx";

/** Long texts begin folded; lists and objects open down to the second level. */
const longText = 280;
const firstItems = 50;

/** A value as a tree: everything can be copied, nothing is ever taken as HTML. */
export function ValueTree({ value, name }: { value: Json | undefined; name: string }) {
  if (value === undefined || value === null || isEmpty(value)) {
    return <p class="soft small values__none">Nothing.</p>;
  }
  const document = documentIn(value);
  return (
    <div class="values" role="group" aria-label={name}>
      {document === undefined ? (
        <Entries value={value} depth={0} path="" />
      ) : (
        <DocumentView document={document} name={name} />
      )}
    </div>
  );
}

function Entries({ value, depth, path }: { value: Json; depth: number; path: string }) {
  const [shown, setShown] = useState(firstItems);
  if (typeof value !== "object" || value === null) return <Leaf value={value} />;
  const entries = Object.entries(value);
  return (
    <ul class="values__list">
      {entries.slice(0, shown).map(([key, child]) => (
        <Entry
          key={key}
          name={key}
          value={child}
          depth={depth}
          path={childPath(path, key, Array.isArray(value))}
        />
      ))}
      {entries.length > shown ? (
        <li>
          <button
            type="button"
            class="button button--quiet button--small"
            onClick={() => setShown(shown + 200)}
          >
            {entries.length - shown} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}

interface EntryProps {
  name: string;
  value: Json;
  depth: number;
  path: string;
}

function Entry({ name, value, depth, path }: EntryProps) {
  const document = documentIn(value);
  const nested =
    typeof value === "object" && value !== null && !isEmpty(value) && document === undefined;
  const [open, setOpen] = useState(depth < 1);
  return (
    <li class="values__entry">
      <div class="values__line">
        {nested ? (
          <button
            type="button"
            class="values__toggle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? "down" : "right"} size={12} />
            <span class="values__name">{name}</span>
            <span class="faint">{size(value)}</span>
          </button>
        ) : (
          <>
            <span class="values__name values__name--leaf">{name}</span>
            {document === undefined ? <Leaf value={value} /> : <DocumentView document={document} name={name} />}
          </>
        )}
        <CopyButton text={path} label={`Copy the path of ${name}`} icon="path" />
        <CopyButton text={asText(value)} label={`Copy ${name}`} />
      </div>
      {nested && open ? <Entries value={value} depth={depth + 1} path={path} /> : null}
    </li>
  );
}

export function Leaf({ value }: { value: Json }) {
  const [whole, setWhole] = useState(false);
  if (typeof value !== "string") {
    return <span class="values__leaf values__leaf--plain">{JSON.stringify(value)}</span>;
  }
  const folded = !whole && value.length > longText;
  return (
    <span class="values__leaf">
      {value === "" ? <span class="faint">empty text</span> : folded ? value.slice(0, longText) : value}
      {folded ? (
        <button type="button" class="values__more" onClick={() => setWhole(true)}>
          … all {value.length.toLocaleString("en")} characters
        </button>
      ) : null}
    </span>
  );
}

const isEmpty = (value: Json) =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

const size = (value: Json) =>
  Array.isArray(value)
    ? `${value.length} ${value.length === 1 ? "item" : "items"}`
    : `{${Object.keys(value as object).length}}`;

export const asText = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, 2);
