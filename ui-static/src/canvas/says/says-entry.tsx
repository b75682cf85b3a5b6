/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { CircleQuestionMark } from "lucide";
import { useService } from "bpmn-js-properties-panel";
import type { Catalogue } from "../cards/catalogue.ts";
import { Glyph } from "../data/glyph.tsx";
import type { CanvasElement } from "../model.ts";
import type { StepFields } from "../step-fields/index.ts";
import type { Chip } from "./part.ts";
import { says } from "./says.ts";

interface EventBus {
  fire(event: string, payload: object): void;
}

/** Asks the page for help about an element. */
export interface HelpRequest {
  element: CanvasElement;
}

/** The first thing of the panel: what the element does, in words that lead to its settings. */
export function SaysEntry({ element }: { element: CanvasElement }) {
  const catalogue = useService("catalogue") as Catalogue;
  const eventBus = useService("eventBus") as EventBus;
  const parts = says(element, catalogue);
  if (parts.length === 0) return null;
  const ask = () => eventBus.fire("help.requested", { request: { element } satisfies HelpRequest });
  return (
    <section class="says" aria-label="What it does">
      <p class="says__sentence">{parts.map((part, at) => (typeof part === "string" ? part : <SaysChip key={at} chip={part} />))}</p>
      <button type="button" class="says__help" aria-label="Help about this" title="Help about this" onClick={ask}>
        <Glyph node={CircleQuestionMark} />
      </button>
    </section>
  );
}

function SaysChip({ chip: { text, field, element, empty } }: { chip: Chip }) {
  const fields = useService("stepFields") as StepFields;
  const go = () => {
    if (element !== undefined) fields.open(element);
    else if (field !== undefined) fields.show(field);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    go();
  };
  // why no button: those are boxes, and long words of a sentence have to break like the others.
  return (
    <span role="button" tabIndex={0} class={`says__chip ${empty === true ? "is-empty" : ""}`} title="Change this" onClick={go} onKeyDown={keys}>
      {text}
    </span>
  );
}
