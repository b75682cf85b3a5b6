/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useEffect, useRef, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { briefly, type Known } from "./known-values.ts";
import type { SampleData } from "./sample-data.ts";
import { useCanvasService } from "./services.ts";
import type { DataAtStep } from "./step-data.ts";

interface Props {
  data: DataAtStep;
  pick: (value: Known) => void;
  close: () => void;
}

/** All values that exist at the step, with what they were, to search and to choose from. */
export function ValuePicker({ data, pick, close }: Props) {
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLowerCase();
  const found = data.known.filter(
    ({ path, sample }) =>
      wanted === "" || path.toLowerCase().includes(wanted) || briefly(sample).toLowerCase().includes(wanted),
  );

  useEffect(() => box.current?.querySelector("input")?.focus(), []);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...(box.current?.querySelectorAll<HTMLElement>("input, .value-picker__value") ?? [])];
    stops[stops.findIndex((one) => one === document.activeElement) + step]?.focus();
  };

  return (
    <div ref={box} class="value-picker" role="group" aria-label="Values at this step" onKeyDown={keys}>
      <input
        class="bio-properties-panel-input"
        type="search"
        aria-label="Search the values"
        placeholder="Search names and values"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === "Enter" && first !== undefined) pick(first);
        }}
      />
      <ul class="value-picker__list">
        {found.map((one) => (
          <li key={one.path}>
            <button
              type="button"
              class={`value-picker__value value-picker__value--${wanted === "" ? one.depth : 0}`}
              onClick={() => pick(one)}
            >
              <span class="value-picker__path">{one.path}</span>
              <span class={one.sample === undefined ? "value-picker__sample is-unknown" : "value-picker__sample"}>
                {briefly(one.sample)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > 0 ? null : (
        <p class="value-picker__none">
          {data.known.length === 0
            ? "Nothing is known here yet: the steps before give no values. Run the workflow once, or send a request, and what came is offered here."
            : "No value fits that."}
        </p>
      )}
      <Sources />
    </div>
  );
}

/** Whose values are shown. */
function Sources() {
  const data = useCanvasService("sampleData") as SampleData;
  if (data.sources.length === 0) return null;
  return (
    <label class="value-picker__source">
      Values of the
      <select
        class="bio-properties-panel-input"
        value={data.sample?.source.id ?? ""}
        onChange={(event) => data.choose(event.currentTarget.value)}
      >
        {data.sources.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
