/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { createElement, type FunctionComponent } from "@bpmn-io/properties-panel/preact";
import { useEffect, useRef } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import { Maximize2 } from "lucide";
import { Glyph } from "../data/glyph.tsx";
import type { LargeEditor } from "../large-editor/index.tsx";
import type { CanvasElement } from "../model.ts";
import type { Roomy } from "./index.ts";

interface Props {
  element: CanvasElement;
  framed: FunctionComponent<Record<string, unknown>>;
  needed: boolean;
  roomy: Roomy | undefined;
}

/** A connector's field with what is said about it besides. */
export function FieldFrame(props: Props) {
  const { element, framed, needed, roomy } = props;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!needed) return;
    const field = box.current?.querySelector("input, textarea, select, [contenteditable=true]");
    field?.setAttribute("aria-required", "true");
  });

  return (
    <div ref={box} class={`field-frame ${needed ? "is-needed" : ""} ${roomy === undefined ? "" : "is-roomy"}`}>
      {createElement(framed, { ...props })}
      {roomy === undefined ? null : <OpenLarge element={element} roomy={roomy} />}
    </div>
  );
}

function OpenLarge({ element, roomy }: { element: CanvasElement; roomy: Roomy }) {
  const large = useService("largeEditor") as LargeEditor;
  const button = useRef<HTMLButtonElement>(null);
  const open = () =>
    button.current === null
      ? undefined
      : large.open({
          element,
          name: roomy.name,
          label: roomy.label,
          source: roomy.read(element),
          takes: roomy.expression ? "expression" : "both",
          write: (source) => roomy.write(element, source),
          from: button.current,
        });
  return (
    <button ref={button} type="button" class="field-frame__large" aria-label={`${roomy.label}: open large`} title="Open large" onClick={open}>
      <Glyph node={Maximize2} />
    </button>
  );
}
