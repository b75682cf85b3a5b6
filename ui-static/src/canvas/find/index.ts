import { isA, type CanvasElement } from "../model.ts";
import { textsOf } from "./texts.ts";

export interface Token {
  value: string;
  match?: boolean;
}
interface Item {
  element: CanvasElement;
  label: string;
  id: string;
  texts: string[];
}
type Found = { item: Item; tokens: { label: Token[]; id: Token[]; texts: Token[][] } }[];

interface SearchPad {
  registerProvider(provider: object): void;
}
interface Canvas {
  getRootElements(): CanvasElement[];
}
interface Elements {
  filter(accept: (element: CanvasElement) => boolean): CanvasElement[];
}
type Search = (items: Item[], pattern: string, options: { keys: string[] }) => Found;

/** Finds steps by name, by id, and by everything that is written in them. */
export class FindOnCanvas {
  static $inject = ["searchPad", "elementRegistry", "canvas", "search", "bpmnSearch"];

  readonly #elements: Elements;
  readonly #canvas: Canvas;
  readonly #search: Search;

  // why: bpmn-js's own provider is asked for so that ours registers after it.
  constructor(pad: SearchPad, elements: Elements, canvas: Canvas, search: Search, _own: unknown) {
    this.#elements = elements;
    this.#canvas = canvas;
    this.#search = search;
    pad.registerProvider(this);
  }

  find(pattern: string) {
    const roots = this.#canvas.getRootElements();
    const items = this.#elements
      .filter((element) => element.labelTarget === undefined && !roots.includes(element))
      .map((element) => ({
        element,
        id: element.id,
        label: labelOf(element),
        texts: textsOf(element.businessObject),
      }));
    return this.#search(items, pattern, { keys: ["label", "texts", "id"] }).map(({ item, tokens }) => ({
      element: item.element,
      primaryTokens: tokens.label.length > 0 ? tokens.label : [{ value: item.label || item.id }],
      secondaryTokens: where(tokens.texts) ?? tokens.id,
    }));
  }
}

function labelOf({ businessObject }: CanvasElement): string {
  const text = isA(businessObject, "bpmn:TextAnnotation") ? businessObject.get("text") : businessObject.name;
  return typeof text === "string" ? text : "";
}

const around = 28;

/** The first text that has the words, cut around them. */
export function where(texts: Token[][]): Token[] | undefined {
  const found = texts.find((tokens) => tokens.some(({ match }) => match === true));
  if (found === undefined) return undefined;
  const first = found.findIndex(({ match }) => match === true);
  return found.slice(Math.max(0, first - 1), first + 4).map((token, at, shown) => {
    if (token.match === true || token.value.length <= 2 * around) return token;
    const head = at === 0 ? "" : `${token.value.slice(0, around)}…`;
    const tail = at === shown.length - 1 ? "" : `…${token.value.slice(-around)}`;
    return { ...token, value: head + tail };
  });
}

export const findModule = {
  __init__: ["findOnCanvas"],
  findOnCanvas: ["type", FindOnCanvas],
};
