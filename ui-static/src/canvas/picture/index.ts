import { fontRules } from "../../api/fonts.ts";
import { svg } from "../cards/svg.ts";
import { pngOf } from "./png.ts";
import { copyStyles } from "./styles.ts";

interface Canvas {
  getActiveLayer(): SVGGElement;
  getContainer(): HTMLElement;
}

const margin = 20;
const ground = "#ffffff";
const family = "Inter Variable";

/** Pictures of the whole drawing: as it looks in the light theme, without what only editing needs. */
export class Picture {
  static $inject = ["canvas"];

  readonly #canvas: Canvas;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  /** The drawing as an element of its own, for the page it is taken on. */
  element(title: string): SVGElement {
    const container = this.#canvas.getContainer();
    const layer = this.#canvas.getActiveLayer();
    container.classList.add("djs-outline-hidden");
    try {
      return inLight(() => draw(layer, title));
    } finally {
      container.classList.remove("djs-outline-hidden");
    }
  }

  /** A file that every program shows alike: it carries its font. */
  async svg(title: string): Promise<string> {
    const picture = this.element(title);
    picture.prepend(svg(picture, "style", {}, await fontRules(family)));
    return new XMLSerializer().serializeToString(picture);
  }

  async png(title: string): Promise<Blob> {
    const { width, height } = sizeOf(this.#canvas.getActiveLayer());
    return pngOf(await this.svg(title), { width, height });
  }
}

/** In one go, so that nobody sees the page in the other theme. */
function inLight<T>(act: () => T): T {
  const { dataset } = document.documentElement;
  const theme = dataset.theme;
  dataset.theme = "light";
  try {
    return act();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

function draw(layer: SVGGElement, title: string): SVGElement {
  const { x, y, width, height } = sizeOf(layer);
  const picture = svg(document.createElement("div"), "svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
  });
  svg(picture, "title", {}, title);
  svg(picture, "rect", { x, y, width, height, fill: ground });
  picture.append(onlySeen(styled(layer)));
  return withOwnIds(picture);
}

const ends = ["marker-start", "marker-mid", "marker-end"];

/** why: on paper the picture stands on the same page as the drawing, whose arrow heads are hidden. */
function withOwnIds(picture: SVGElement): SVGElement {
  for (const named of picture.querySelectorAll("defs [id]")) named.id += "-picture";
  for (const element of picture.querySelectorAll<SVGElement>("[style]")) {
    for (const end of ends) {
      const value = element.style.getPropertyValue(end);
      const id = /#([^")]+)"?\)/.exec(value)?.[1];
      if (id !== undefined) element.style.setProperty(end, `url("#${id}-picture")`);
    }
  }
  return picture;
}

function sizeOf(layer: SVGGElement) {
  const box = layer.getBBox();
  return {
    x: Math.floor(box.x) - margin,
    y: Math.floor(box.y) - margin,
    width: Math.ceil(box.width) + 2 * margin,
    height: Math.ceil(box.height) + 2 * margin,
  };
}

function styled(original: Element): Element {
  const copy = original.cloneNode(true) as Element;
  copyStyles(original, copy);
  return copy;
}

/** Without the handles and outlines of editing. */
function onlySeen(layer: Element): Element {
  for (const element of layer.querySelectorAll(".djs-element")) {
    for (const part of [...element.children]) {
      if (!part.classList.contains("djs-visual")) part.remove();
    }
  }
  for (const element of [layer, ...layer.querySelectorAll("*")]) {
    element.removeAttribute("class");
    element.removeAttribute("data-element-id");
    element.removeAttribute("data-container-id");
  }
  return layer;
}

export const pictureModule = { picture: ["type", Picture] };
