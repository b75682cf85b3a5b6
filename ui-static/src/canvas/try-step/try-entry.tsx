/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { FlaskConical, Pin, X } from "lucide";
import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import { relative } from "../../run/words.ts";
import { Glyph } from "../data/glyph.tsx";
import type { SampleData } from "../data/sample-data.ts";
import type { CanvasElement } from "../model.ts";
import type { TryStep } from "./index.ts";

/** Above the settings of a step: try it, and the example that is kept of it. */
export function TryEntry({ element }: { element: CanvasElement }) {
  const tries = useService("tryStep") as TryStep;
  const data = useService("sampleData") as SampleData;
  const [, setTurn] = useState(0);
  useEffect(() => data.onChange(() => setTurn((turn) => turn + 1)), [data]);
  const example = data.examples?.get(element.id);
  return (
    <div class="try-step" data-group-id="group-wireroom-try">
      <button type="button" class="button button--small" title="Y" onClick={() => tries.request(element)}>
        <Glyph node={FlaskConical} /> Try this step
      </button>
      {example === undefined ? null : (
        <span class="try-step__example">
          <Glyph node={Pin} />
          Example of {relative(example.at, Date.now())}
          <button
            type="button"
            class="try-step__drop"
            aria-label="Use this example no more"
            title="Use this example no more"
            onClick={() => data.keepExample(element.id, undefined)}
          >
            <Glyph node={X} />
          </button>
        </span>
      )}
    </div>
  );
}
