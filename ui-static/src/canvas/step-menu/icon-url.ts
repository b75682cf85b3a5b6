import type { IconNode } from "lucide";
import { drawIcon } from "../cards/svg.ts";
import type { Kind } from "../cards/describe.ts";

type Role = `kind-${Kind}` | "ink-soft";

/** A drawing in a role's colour as it is now: a picture of its own cannot name a role. */
export function iconUrl(node: IconNode, role: Role): string {
  const holder = document.createElement("span");
  holder.style.color = `var(--${role})`;
  document.body.append(holder);
  const stroke = getComputedStyle(holder).color;
  holder.remove();
  const icon = drawIcon(holder, node, {
    width: 18,
    height: 18,
    fill: "none",
    stroke,
    "stroke-width": 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(icon))}`;
}
