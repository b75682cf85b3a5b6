import { EditorView } from "@codemirror/view";
import type { Json } from "../../api/types.ts";
import { intoExpression, intoText } from "../feel/insert.ts";

/** The editor of expressions inside of a field of the panel, if it is one at this moment. */
export function editorIn(field: HTMLElement): EditorView | undefined {
  const code = field.querySelector<HTMLElement>(".cm-editor");
  return (code === null ? null : EditorView.findFromDOM(code)) ?? undefined;
}

/**
 * Puts a value where the cursor is, as if it were typed: the field itself makes one step of undo of
 * it, and a text field that begins with “=” becomes an expression.
 */
export function typeInto(field: HTMLElement, path: string, sample: Json | undefined, whole: boolean): void {
  const editor = editorIn(field);
  if (editor !== undefined) {
    const { from, to } = editor.state.selection.main;
    const text = editor.state.doc.toString();
    const edit = whole
      ? { from: 0, to: text.length, insert: path, cursor: path.length }
      : intoExpression(text, from, to, path, sample);
    editor.dispatch({
      changes: { from: edit.from, to: edit.to, insert: edit.insert },
      selection: { anchor: edit.cursor },
    });
    return editor.focus();
  }
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]");
  if (input === null) return;
  const from = input.selectionStart ?? input.value.length;
  input.value = intoText(input.value, from, input.selectionEnd ?? from, path, sample);
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
