import type { IconNode } from "lucide";

const space = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number | undefined>;

/** Builds SVG by elements, never from text. */
export function svg(parent: Element, tag: string, attributes: Attributes, text?: string): SVGElement {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

export function drawIcon(parent: Element, node: IconNode, attributes: Attributes): SVGElement {
  const icon = svg(parent, "svg", { viewBox: "0 0 24 24", class: "card__icon", ...attributes });
  for (const [tag, shape] of node) svg(icon, tag, shape);
  return icon;
}
