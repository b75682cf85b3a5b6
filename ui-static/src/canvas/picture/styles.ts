/** What a picture has to say itself, because it has no style sheet. */
const said = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "marker-start",
  "marker-mid",
  "marker-end",
] as const;

const initial: Record<string, string> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
  "text-anchor": "start",
  "marker-start": "none",
  "marker-mid": "none",
  "marker-end": "none",
};

const shapes = "path, rect, circle, ellipse, polygon, polyline, line, text, tspan";

/** Writes the styles of the elements into their copies. */
export function copyStyles(from: Element, to: Element): void {
  const originals = from.querySelectorAll<SVGElement>(shapes);
  const copies = to.querySelectorAll<SVGElement>(shapes);
  originals.forEach((original, at) => {
    const copy = copies[at];
    if (copy === undefined) return;
    const style = getComputedStyle(original);
    copy.removeAttribute("style");
    for (const name of said) {
      const value = style.getPropertyValue(name);
      if (value !== initial[name]) copy.style.setProperty(name, widelyKnown(value));
    }
  });
}

/** why: mixed colours come in a notation that few programs read. */
export function widelyKnown(value: string): string {
  const found = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(value);
  if (found === null) return value;
  const [red, green, blue] = found.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  const alpha = found[4];
  return alpha === undefined
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}
