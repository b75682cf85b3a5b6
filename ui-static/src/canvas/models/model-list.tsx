/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useEffect, useRef } from "@bpmn-io/properties-panel/preact/hooks";
import type { ModelChoice } from "./model-choices.ts";

interface Props {
  id: string;
  choices: readonly ModelChoice[];
  /** The one that the arrows have come to. */
  at: number;
  chosen: string;
  take: (alias: string) => void;
  /** There is no model at all. */
  none: boolean;
}

export function ModelList({ id, choices, at, chosen, take, none }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: "nearest" }), [at]);
  return (
    <div class="model-list">
      <ul ref={list} id={id} role="listbox" aria-label="Models" hidden={choices.length === 0}>
        {choices.map(({ alias, about, state, standing }, index) => (
          <li
            key={alias}
            id={`${id}-${index}`}
            role="option"
            aria-selected={alias === chosen}
            class={`model-list__one ${index === at ? "is-at" : ""}`}
            // why: the field keeps the keyboard, and would close the list if it lost it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(alias)}
          >
            <span class="model-list__name">{alias}</span>
            <span class={`model-list__state is-${standing}`}>{state}</span>
            {about === "" ? null : <span class="model-list__about">{about}</span>}
          </li>
        ))}
      </ul>
      {choices.length > 0 ? null : (
        <p class="model-list__none">{none ? "No model is set up yet. They are listed in the file models.yaml." : "No model fits that."}</p>
      )}
    </div>
  );
}
