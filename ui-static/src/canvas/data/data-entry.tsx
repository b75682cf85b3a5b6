/** @jsxImportSource @bpmn-io/properties-panel/preact */
import type { FunctionComponent } from "preact";
import { useEffect, useRef, useState } from "@bpmn-io/properties-panel/preact/hooks";
import type { CanvasElement } from "../model.ts";
import { DataBar } from "./data-bar.tsx";
import { Preview } from "./preview.tsx";
import { Signature } from "./signature.tsx";
import type { Sees } from "./step-data.ts";
import { typeInto } from "./typing.ts";
import { useStepData } from "./use-step-data.ts";

export interface FieldData {
  /** What stands in the drawing: text, or an expression behind "=". */
  read: (element: CanvasElement) => string;
  sees: Sees;
  /** A list to go through: a value takes the place of what was there. */
  wantsList?: boolean;
  decides?: boolean;
}

export interface DataEntryProps {
  id: string;
  element: CanvasElement;
  field: FieldData;
  original: FunctionComponent<Record<string, unknown>>;
}

/** A field of the panel with what can be put into it, and what it comes to. */
export function DataEntry(props: DataEntryProps) {
  const { element, field, original: Original } = props;
  const box = useRef<HTMLDivElement>(null);
  const active = useActive(box);
  const data = useStepData(element, field.sees);
  const text = field.read(element);
  const wantsList = field.wantsList === true;
  return (
    <div ref={box} class="data-entry">
      <Original {...props} />
      {text.startsWith("=") ? (
        <Preview expression={text.slice(1)} data={data} decides={field.decides === true} />
      ) : null}
      {active ? (
        <>
          <Signature field={box} />
          <DataBar
            data={data}
            insert={({ path, sample }) => box.current && typeInto(box.current, path, sample, wantsList)}
            wantsList={wantsList}
          />
        </>
      ) : null}
    </div>
  );
}

/** True while somebody is in the field, and a moment longer: what is clicked next must not move away. */
function useActive(box: { current: HTMLElement | null }): boolean {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const field = box.current;
    if (field === null) return;
    const leaving = new AbortController();
    const on = (target: EventTarget, event: string, act: () => void) =>
      target.addEventListener(event, act, { signal: leaving.signal });
    let pressed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setActive(field.contains(document.activeElement));
    on(field, "pointerdown", () => (pressed = true));
    on(field, "focusin", () => {
      clearTimeout(timer);
      // why not yet: what opens could move what is pressed, and then it would not be clicked.
      if (!pressed) setActive(true);
    });
    on(field, "focusout", () => {
      timer = setTimeout(look, 400);
    });
    for (const release of ["pointerup", "pointercancel"]) {
      on(document, release, () => {
        if (!pressed) return;
        pressed = false;
        timer = setTimeout(look, 0);
      });
    }
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [box]);
  return active;
}
