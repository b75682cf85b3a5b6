/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { Braces } from "lucide";
import { useState } from "@bpmn-io/properties-panel/preact/hooks";
import { Glyph } from "./glyph.tsx";
import { briefly, type Known } from "./known-values.ts";
import type { DataAtStep } from "./step-data.ts";
import { ValuePicker } from "./value-picker.tsx";

interface Props {
  data: DataAtStep;
  insert: (value: Known) => void;
  /** Lists come as chips, also those inside of values; the picker has all. */
  wantsList?: boolean;
}

const chips = 5;

/** The nearest values as chips, and the picker with all of them. */
export function DataBar({ data, insert, wantsList = false }: Props) {
  const [picking, setPicking] = useState(false);
  const lists = wantsList ? data.known.filter(({ sample }) => Array.isArray(sample)) : [];
  const near = (lists.length > 0 ? lists : data.known.filter(({ depth }) => depth === 0)).slice(0, chips);
  const pick = (value: Known) => {
    setPicking(false);
    insert(value);
  };
  return (
    <div class="data-bar">
      <div class="data-bar__chips" role="group" aria-label="Put a value in">
        {near.map((one) => (
          <button
            key={one.path}
            type="button"
            class="data-chip"
            title={`${one.path}: ${briefly(one.sample)}`}
            // why: the field keeps its cursor, which says where the value goes.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(one)}
          >
            {one.path}
          </button>
        ))}
        <button
          type="button"
          class="data-chip data-chip--more"
          aria-expanded={picking}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPicking(!picking)}
        >
          <Glyph node={Braces} />
          {near.length === 0 ? "Put a value in" : "All values"}
        </button>
      </div>
      {picking ? <ValuePicker data={data} pick={pick} close={() => setPicking(false)} /> : null}
    </div>
  );
}
