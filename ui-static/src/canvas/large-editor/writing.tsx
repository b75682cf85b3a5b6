/** @jsxImportSource @bpmn-io/properties-panel/preact */
import FeelEditor from "@bpmn-io/feel-editor";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "@bpmn-io/properties-panel/preact/hooks";
import type { Known } from "../data/known-values.ts";
import { typeInto } from "../data/typing.ts";
import type { Suggested } from "../values/shape.ts";
import { languageOf } from "./language.ts";
import { expressionRoom } from "./room-theme.ts";
import type { TextPart } from "./text-parts.ts";

/** What the bar of values does with one that was chosen. */
export type Put = (value: Known) => void;

interface Props {
  label: string;
  /** How a chosen value gets in. */
  putter: { current: Put | undefined };
}

/** Text with values in it. */
export function TextWriting(props: Props & { name: string; parts: readonly TextPart[]; known: readonly Known[]; change: (parts: TextPart[]) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { name, parts, label, putter } = latest.current;
    const written = parts.map((part) => (part.is === "text" ? part.text : "")).join("");
    let gone = false;
    let stop = () => undefined as void;
    void import("./text-editor.ts").then(({ textEditor }) => {
      if (gone || box.current === null) return;
      const editor = textEditor({
        parent: box.current,
        label,
        parts,
        language: languageOf(name, written),
        known: () => latest.current.known,
        change: (next) => latest.current.change(next),
      });
      putter.current = editor.put;
      stop = editor.destroy;
      editor.focus();
    });
    return () => {
      gone = true;
      putter.current = undefined;
      stop();
    };
  }, []);

  return <div ref={box} class="large-editor__room is-text" />;
}

/** An expression, with the suggestions and signatures of the small field. */
export function ExpressionWriting(props: Props & { feel: string; variables: readonly Suggested[]; change: (feel: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const editor = useRef<FeelEditor>(undefined);

  useEffect(() => {
    const container = box.current;
    if (container === null) return;
    const { feel, label, putter, variables } = latest.current;
    const made = new FeelEditor({
      container,
      value: feel,
      variables: [...variables],
      extensions: [EditorView.lineWrapping, lineNumbers(), expressionRoom],
      contentAttributes: { "aria-label": label, tabindex: "0" },
      onChange: (next) => latest.current.change(next),
    });
    editor.current = made;
    putter.current = ({ path, sample }) => typeInto(container, path, sample, false);
    made.focus(feel.length);
    return () => {
      putter.current = undefined;
      EditorView.findFromDOM(container)?.destroy();
    };
  }, []);

  useEffect(() => editor.current?.setVariables([...props.variables]), [props.variables]);

  return <div ref={box} class="large-editor__room is-expression" />;
}
