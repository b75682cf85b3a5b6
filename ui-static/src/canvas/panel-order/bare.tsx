/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { createElement, type FunctionComponent } from "@bpmn-io/properties-panel/preact";
import type { CanvasElement } from "../model.ts";
import type { PanelEntry } from "./plain-groups.ts";

interface Props {
  id: string;
  element: CanvasElement;
  entries: PanelEntry[];
}

/** Entries without a heading: what needs none. */
export function Bare({ id, element, entries }: Props) {
  return (
    <div class="bio-properties-panel-group panel-bare" data-group-id={`group-${id}`}>
      {entries.map((entry) => {
        const component = entry.component as FunctionComponent<Record<string, unknown>>;
        return createElement(component, { ...entry, element, key: entry.id });
      })}
    </div>
  );
}
