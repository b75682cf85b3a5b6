import { useState } from "preact/hooks";
import type { Json } from "../../api/types.ts";
import { CopyButton } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";

/** Long texts begin folded; lists and objects open down to the second level. */
const longText = 280;
const firstItems = 50;

/** A value as a tree: everything can be copied, nothing is ever taken as HTML. */
export function ValueTree({ value, name }: { value: Json | undefined; name: string }) {
  if (value === undefined || value === null || isEmpty(value)) {
    return <p class="soft small values__none">Nothing.</p>;
  }
  return (
    <div class="values" role="group" aria-label={name}>
      <Entries value={value} depth={0} />
    </div>
  );
}

function Entries({ value, depth }: { value: Json; depth: number }) {
  const [shown, setShown] = useState(firstItems);
  if (typeof value !== "object" || value === null) return <Leaf value={value} />;
  const entries = Object.entries(value);
  return (
    <ul class="values__list">
      {entries.slice(0, shown).map(([key, child]) => (
        <Entry key={key} name={key} value={child} depth={depth} />
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

function Entry({ name, value, depth }: { name: string; value: Json; depth: number }) {
  const nested = typeof value === "object" && value !== null && !isEmpty(value);
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
            <Leaf value={value} />
          </>
        )}
        <CopyButton text={asText(value)} label={`Copy ${name}`} />
      </div>
      {nested && open ? <Entries value={value} depth={depth + 1} /> : null}
    </li>
  );
}

function Leaf({ value }: { value: Json }) {
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
