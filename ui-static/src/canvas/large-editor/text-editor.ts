import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { defineLanguageFacet, HighlightStyle, Language, LRLanguage, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parser as html } from "@lezer/html";
import { parser as markdown } from "@lezer/markdown";
import type { Known } from "../data/known-values.ts";
import { asText } from "../feel/insert.ts";
import type { TextLanguage } from "./language.ts";
import { textRoom } from "./room-theme.ts";
import type { TextPart } from "./text-parts.ts";
import { marked, partsIn, textOf, valueMarks } from "./value-marks.ts";

export interface TextEditor {
  put: (value: Known) => void;
  focus: () => void;
  destroy: () => void;
}

interface Options {
  parent: HTMLElement;
  label: string;
  parts: readonly TextPart[];
  language: TextLanguage;
  /** What values there are: their names are read when text is pasted. */
  known: () => readonly Known[];
  change: (parts: TextPart[]) => void;
}

/** A text with values in it as small marks. Comes as a part of its own, when it is first opened. */
export function textEditor({ parent, label, parts, language, known, change }: Options): TextEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: textOf(parts),
      extensions: [
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        textRoom,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", tabindex: "0" }),
        ...inLanguage[language],
        syntaxHighlighting(highlights),
        valueMarks(known),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) change(partsIn(state.doc.toString()));
        }),
      ],
    }),
  });
  return {
    put: ({ path, sample }) => {
      view.dispatch(view.state.replaceSelection(marked(asText(path, sample))), { userEvent: "input" });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

const inLanguage: Record<TextLanguage, Extension[]> = {
  markdown: [new Language(defineLanguageFacet(), markdown, [], "markdown")],
  json: [json()],
  html: [LRLanguage.define({ name: "html", parser: html })],
  plain: [],
};

const highlights = HighlightStyle.define([
  { tag: tags.heading, class: "tok-heading" },
  { tag: tags.strong, class: "tok-strong" },
  { tag: tags.emphasis, class: "tok-emphasis" },
  { tag: [tags.link, tags.url], class: "tok-link" },
  { tag: [tags.string, tags.monospace, tags.attributeValue], class: "tok-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "tok-value" },
  { tag: [tags.propertyName, tags.tagName, tags.attributeName], class: "tok-name" },
  { tag: [tags.processingInstruction, tags.comment, tags.meta, tags.angleBracket], class: "tok-sign" },
]);
