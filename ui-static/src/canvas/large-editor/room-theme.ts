import { Prec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

const base = {
  "&": { height: "100%", background: "none", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { lineHeight: "24px", overflow: "auto" },
  ".cm-gutters": { border: "0", background: "none", color: "var(--ink-faint)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
};

/** Written like a letter: wide margins, lines that the eye can follow. */
export const textRoom = Prec.highest(
  EditorView.theme({
    ...base,
    ".cm-scroller": { ...base[".cm-scroller"], fontFamily: "var(--font-ui)", fontSize: "var(--size-14)" },
    ".cm-content": { maxWidth: "92ch", padding: "16px 24px 48px", caretColor: "var(--ink)" },
    ".cm-line": { padding: "0" },
  }),
);

/** Written like a program: numbered lines of one width. */
export const expressionRoom = Prec.highest(
  EditorView.theme({
    ...base,
    ".cm-scroller": { ...base[".cm-scroller"], fontFamily: "var(--font-value)", fontSize: "var(--size-13)" },
    ".cm-content": { padding: "16px 0 48px" },
    ".cm-gutters": { ...base[".cm-gutters"], paddingTop: "0", minWidth: "44px" },
    ".cm-lineNumbers .cm-gutterElement": { fontSize: "var(--size-12)", padding: "0 10px 0 12px" },
  }),
);
