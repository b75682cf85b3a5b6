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
  /** Only these come as chips; the picker has all. */
  fits?: (value: Known) => boolean;
}

const chips = 5;

/** The nearest values as chips, and the picker with all of them. */
export function DataBar({ data, insert, fits = () => true }: Props) {
  const [picking, setPicking] = useState(false);
  const near = data.known.filter((one) => one.depth === 0 && fits(one)).slice(0, chips);
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
