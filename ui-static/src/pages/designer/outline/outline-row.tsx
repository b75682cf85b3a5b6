import { useLayoutEffect, useRef } from "preact/hooks";
import type { OutlineKind } from "../../../canvas/outline/node.ts";
import { Drawing, Icon, type IconName } from "../../../panels/parts/icon.tsx";
import { noteOf, textOf, type Row } from "./rows.ts";

const icons: Record<OutlineKind, IconName> = {
  start: "run",
  end: "done",
  step: "plain",
  group: "retry",
  decision: "jump",
  fork: "jump",
  event: "timer",
  way: "right",
  onEvent: "alert",
  jump: "handled",
  heading: "plain",
};

interface Props {
  row: Row;
  current: boolean;
  selected: boolean;
  naming: boolean;
  go: () => void;
  focused: () => void;
  fold: () => void;
  rename: () => void;
  named: (name: string | undefined) => void;
}

export function OutlineRow({ row, current, selected, naming, go, focused, fold, rename, named }: Props) {
  const { node, level, place, of, folded } = row;
  const note = noteOf(node);
  const opens = node.children.length > 0;
  return (
    <li
      role="treeitem"
      class={`outline__row is-${node.kind}`}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={selected}
      {...(opens ? { "aria-expanded": !folded } : {})}
      tabIndex={current ? 0 : -1}
      style={{ "--level": level - 1 }}
      data-outline={node.element}
      onClick={go}
      onFocus={focused}
      onDblClick={rename}
    >
      <span
        class="outline__fold"
        aria-hidden="true"
        onClick={(event) => {
          if (!opens) return;
          event.stopPropagation();
          fold();
        }}
      >
        {opens ? <Icon name={folded ? "right" : "down"} size={14} /> : null}
      </span>
      <span class={`outline__icon is-${node.tone ?? "plain"}`}>
        {node.drawing === undefined ? (
          <Icon name={icons[node.kind]} size={14} />
        ) : (
          <Drawing node={node.drawing} size={14} />
        )}
      </span>
      {naming ? (
        <NameField name={node.name} done={named} />
      ) : (
        <span class="outline__text">
          <span class={node.name === "" && node.kind !== "way" ? "soft" : ""}>{textOf(node)}</span>
          {note === "" ? null : (
            <>
              <span class="visually-hidden">, </span>
              <span class="outline__note">{note}</span>
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** Enter keeps the name, Escape the one before. */
function NameField({ name, done }: { name: string; done: (name: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);
  const end = (text: string | undefined) => {
    if (over.current) return;
    over.current = true;
    done(text);
  };
  return (
    <input
      ref={field}
      class="outline__name"
      aria-label="Name"
      value={name}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => event.stopPropagation()}
      onBlur={(event) => end(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") end(event.currentTarget.value.trim());
        else if (event.key === "Escape") end(undefined);
      }}
    />
  );
}
