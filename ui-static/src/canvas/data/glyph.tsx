/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { createElement } from "@bpmn-io/properties-panel/preact";
import type { IconNode } from "lucide";

/** An icon inside of the panel, which draws with a Preact of its own. */
export function Glyph({ node }: { node: IconNode }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, shape], index) => createElement(tag, { ...shape, key: index }))}
    </svg>
  );
}
