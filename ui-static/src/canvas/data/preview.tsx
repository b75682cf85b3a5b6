/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { CircleCheck, Equal, TriangleAlert } from "lucide";
import type { Evaluated, ValueKind } from "../../api/expressions.ts";
import type { Json } from "../../api/types.ts";
import { Glyph } from "./glyph.tsx";
import { cut } from "./known-values.ts";
import type { DataAtStep } from "./step-data.ts";
import { names } from "./step-values.ts";
import { useEvaluated } from "./use-evaluated.ts";

interface Props {
  /** Without its "=". */
  expression: string;
  data: DataAtStep;
  /** A way out of a decision wants yes or no, and says what that means. */
  decides?: boolean;
}

/** What an expression comes to with the values of the run that is looked at, or what is wrong with it. */
export function Preview({ expression, data, decides = false }: Props) {
  const text = expression.trim();
  const answer = useEvaluated(text === "" ? undefined : text, data.values);
  if (answer === undefined || text === "") return null;
  if (answer.error !== undefined) return <Failing message={answer.error.message} hint={answer.error.suggestion} />;
  const source = sourceOf(text, data);
  if (source === undefined) {
    return needsValues(text) ? (
      <p class="data-preview soft">Run the workflow once to see here what this comes to.</p>
    ) : null;
  }
  const note = answer.kind === "nothing" ? answer.notes[0] : undefined;
  const from = <span class="data-preview__from">{note === undefined ? "with" : "in"} {source}</span>;
  if (decides) return <Decision answer={answer} from={from} />;
  return (
    <p class={`data-preview ${note === undefined ? "" : "is-waiting"}`} role="status">
      <Glyph node={note === undefined ? Equal : TriangleAlert} />
      <span class="data-preview__body">
        <span class="data-preview__value">{note === undefined ? said(answer.value) : missing(note)}</span>
        {note === undefined ? <span class="data-preview__kind">{kindWords(answer.kind, answer.value)}</span> : null}
        {from}
      </span>
    </p>
  );
}

function Decision({ answer, from }: { answer: Exclude<Evaluated, { error: object }>; from: unknown }) {
  if (answer.kind !== "boolean") {
    const why = answer.notes[0];
    return (
      <Failing
        message={`This comes to ${answer.kind === "nothing" ? "nothing" : `a ${answer.kind}`}, and must come to yes or no.`}
        hint={why === undefined ? "" : missing(why)}
      />
    );
  }
  const yes = answer.value === true;
  return (
    <p class={`data-preview ${yes ? "is-done" : ""}`} role="status">
      <Glyph node={yes ? CircleCheck : Equal} />
      <span class="data-preview__body">
        <span class="data-preview__value">{yes ? "Yes, it goes this way" : "No, it does not go this way"}</span>
        {from as string}
      </span>
    </p>
  );
}

function Failing({ message, hint }: { message: string; hint: string }) {
  return (
    <p class="data-preview is-failing" role="status">
      <Glyph node={TriangleAlert} />
      <span class="data-preview__body">
        <span class="data-preview__value">{message}</span>
        {hint === "" ? null : <span class="data-preview__from">{hint}</span>}
      </span>
    </p>
  );
}

/** Whose values they are. */
function sourceOf(expression: string, { pinned, sample }: DataAtStep): string | undefined {
  if ([...pinned].some((name) => names(expression, name))) return "your example";
  return sample === undefined ? undefined : `the ${sample.source.label}`;
}

const needsValues = (text: string) => /[\p{L}_]/u.test(text.replace(/"(?:\\.|[^"\\])*"/g, ""));

/** The evaluator's words for a name that is not there, in plain ones. */
function missing(note: string): string {
  const name = /(?:variable|entry|property) (?:found )?with (?:name|key) '([^']+)'/i.exec(note)?.[1];
  return name === undefined ? note : `Nothing is called ${name}`;
}

function said(value: Json): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "empty text" : cut(value, 400);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return cut(JSON.stringify(value), 400);
}

function kindWords(kind: ValueKind, value: Json): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return kind === "boolean" ? "yes or no" : kind === "nothing" ? "" : kind;
}
