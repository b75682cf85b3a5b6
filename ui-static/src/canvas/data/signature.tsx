/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { camundaBuiltins } from "@camunda/feel-builtins";
import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { callAt, type Call } from "../feel/call-at.ts";
import { editorIn } from "./typing.ts";

const byName = new Map(camundaBuiltins.map((one) => [one.name, one]));
const names = new Set(byName.keys());

/** While the cursor is inside of a call: what the function takes, the present argument in bold. */
export function Signature({ field }: { field: { current: HTMLElement | null } }) {
  const call = useCall(field);
  const known = call === undefined ? undefined : byName.get(call.name);
  if (call === undefined || known === undefined) return null;
  const takes = known.params ?? [];
  return (
    <p class="data-signature" role="note" aria-label="What the function takes">
      <code>
        {call.name}(
        {takes.map(({ name }, index) => (
          <span key={name} class={index === call.argument ? "is-current" : ""}>
            {name}
            {index < takes.length - 1 ? ", " : ""}
          </span>
        ))}
        )
      </code>
      <span class="data-signature__info">{firstSentence(known.info)}</span>
    </p>
  );
}

function useCall(field: { current: HTMLElement | null }): Call | undefined {
  const [call, setCall] = useState<Call>();
  useEffect(() => {
    const box = field.current;
    if (box === null) return;
    const look = () => {
      const editor = editorIn(box);
      const found =
        editor === undefined
          ? undefined
          : callAt(editor.state.doc.toString(), editor.state.selection.main.head, names);
      setCall((last) => (last?.name === found?.name && last?.argument === found?.argument ? last : found));
    };
    // why: the editor moves its cursor after the key or the click has been heard.
    const soon = () => setTimeout(look);
    const events = ["keyup", "click", "focusin", "input"];
    for (const event of events) box.addEventListener(event, soon);
    look();
    return () => events.forEach((event) => box.removeEventListener(event, soon));
  }, [field]);
  return call;
}

/** The description is HTML: only its text is taken. */
function firstSentence(html: string): string {
  const text = new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  return /^[^.\n]*\.?/.exec(text)?.[0] ?? "";
}
