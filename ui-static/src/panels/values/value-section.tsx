import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Json } from "../../api/types.ts";
import { search } from "../../run/paths.ts";
import { CopyButton } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { download } from "./download.ts";
import { asText, Leaf, ValueTree } from "./value-tree.tsx";

interface Props {
  title: string;
  value: Json | undefined;
  /** The name of the downloaded file, without its ending. */
  file: string;
  beside?: ComponentChildren;
}

/** A value under its title: as a tree, searchable, to copy, to download. */
export function ValueSection({ title, value, file, beside }: Props) {
  const [searching, setSearching] = useState(false);
  const [text, setText] = useState("");
  const has = value !== undefined && value !== null;
  return (
    <section class="value-section">
      <h3 class="pane__title">
        {title}
        {has ? (
          <span class="pane__tools">
            {beside}
            <button
              type="button"
              class="icon-button copy"
              aria-label={`Search in ${title}`}
              title="Search"
              aria-expanded={searching}
              onClick={() => (setSearching(!searching), setText(""))}
            >
              <Icon name="search" size={14} />
            </button>
            <CopyButton text={asText(value)} label={`Copy ${title}`} />
            <button
              type="button"
              class="icon-button copy"
              aria-label={`Download ${title}`}
              title="Download as JSON"
              onClick={() => download(`${file}.json`, JSON.stringify(value, null, 2))}
            >
              <Icon name="download" size={14} />
            </button>
          </span>
        ) : null}
      </h3>
      {searching ? <SearchField label={`Search in ${title.toLowerCase()}`} value={text} change={setText} /> : null}
      {searching && has && text.trim() !== "" ? (
        <Hits value={value} text={text.trim()} />
      ) : (
        <ValueTree value={value ?? null} name={title} />
      )}
    </section>
  );
}

function Hits({ value, text }: { value: Json; text: string }) {
  const { found, more } = useMemo(() => search(value, text), [value, text]);
  if (found.length === 0) return <p class="soft small values__none">Nothing has “{text}” in it.</p>;
  return (
    <div class="values" role="group" aria-label="Found values">
      <ul class="values__list">
        {found.map((hit) => (
          <li key={hit.path} class="values__entry">
            <div class="values__line">
              <span class="values__path">{hit.path}</span>
              <Leaf value={shortened(hit.value)} />
              <CopyButton text={hit.path} label={`Copy the path ${hit.path}`} icon="path" />
              <CopyButton text={asText(hit.value)} label={`Copy ${hit.path}`} />
            </div>
          </li>
        ))}
      </ul>
      {more ? <p class="soft small">There are more; write more of it.</p> : null}
    </div>
  );
}

const shortened = (value: Json): Json =>
  typeof value === "object" && value !== null ? JSON.stringify(value).slice(0, 120) : value;
