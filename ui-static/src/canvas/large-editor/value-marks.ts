import { type Extension } from "@codemirror/state";
import { Decoration, EditorView, MatchDecorator, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Known } from "../data/known-values.ts";
import { asText } from "../feel/insert.ts";
import { valuePart, type TextPart } from "./text-parts.ts";

/** Signs that no text has: between them stands the expression of a value. */
const open = "\uE000";
const shut = "\uE001";
const mark = new RegExp(`${open}([^${open}${shut}]*)${shut}`, "g");

export const marked = (feel: string): string => open + feel + shut;

/** A text as the editor holds it. */
export const textOf = (parts: readonly TextPart[]): string =>
  parts.map((part) => (part.is === "text" ? part.text.replace(stray, "") : marked(part.feel))).join("");

export const partsIn = (text: string): TextPart[] =>
  text
    .split(/(\uE000[^\uE000\uE001]*\uE001)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith(open) ? valuePart(piece.slice(1, -1)) : { is: "text", text: piece }));

const stray = /[\uE000\uE001]/g;

/** A value looks like its name, and is one sign for the keyboard. */
export function valueMarks(known: () => readonly Known[]): Extension {
  return [
    plugin,
    EditorView.clipboardOutputFilter.of((text) => text.replace(mark, (_, feel: string) => `{{${labelled(feel)}}}`)),
    EditorView.clipboardInputFilter.of((text) => pasted(text.replace(stray, ""), known())),
  ];
}

/** “{{article.title}}” becomes that value where there is one of the name; other text stays text. */
const pasted = (text: string, known: readonly Known[]): string =>
  text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, path: string) => {
    const found = known.find((one) => one.path === path);
    return found === undefined ? whole : marked(asText(found.path, found.sample));
  });

const labelled = (feel: string): string => {
  const part = valuePart(feel);
  return part.is === "value" ? part.label : feel;
};

class ValueMark extends WidgetType {
  readonly feel: string;

  constructor(feel: string) {
    super();
    this.feel = feel;
  }

  override eq(other: ValueMark): boolean {
    return other.feel === this.feel;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = "value-mark";
    chip.textContent = labelled(this.feel);
    chip.title = this.feel;
    return chip;
  }
}

const decorator = new MatchDecorator({
  regexp: mark,
  decoration: ([, feel = ""]) => Decoration.replace({ widget: new ValueMark(feel) }),
});

const plugin = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = decorator.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.marks = decorator.updateDeco(update, this.marks);
    }
  },
  {
    decorations: ({ marks }) => marks,
    provide: (of) => EditorView.atomicRanges.of((view) => view.plugin(of)?.marks ?? Decoration.none),
  },
);
