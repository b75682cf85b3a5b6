import { useEffect, useState } from "preact/hooks";
import { startRun } from "../../api/workflows.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Trouble } from "../parts/messages.tsx";
import { lastInput, parseInput, rememberInput } from "./input.ts";

/** Asks for the values that a run starts with, then goes to the run. */
export function RunDialog(props: { workflow: string; name: string; note?: string; close: () => void }) {
  const { workflow } = props;
  const [text, setText] = useState("{}");
  const [problem, setProblem] = useState<unknown>();
  const [starting, setStarting] = useState(false);
  const input = parseInput(text);

  useEffect(() => {
    let touched = false;
    void lastInput(workflow).then((last) => touched || setText(last));
    return () => {
      touched = true;
    };
  }, [workflow]);

  const start = () => {
    if (!input.ok || starting) return;
    setStarting(true);
    setProblem(undefined);
    startRun(workflow, input.variables).then(
      ({ runKey }) => {
        rememberInput(workflow, text);
        location.assign(`/run?key=${runKey}`);
      },
      (trouble: unknown) => {
        setStarting(false);
        setProblem(trouble);
      },
    );
  };

  return (
    <Dialog
      title={`Run ${props.name}`}
      close={props.close}
      foot={
        <>
          <button type="button" class="button" onClick={props.close}>
            Cancel
          </button>
          <button
            type="button"
            class="button button--main"
            disabled={!input.ok || starting}
            onClick={start}
          >
            {starting ? "Starting…" : "Run"}
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      {props.note === undefined ? null : <p class="soft">{props.note}</p>}
      <label class="field">
        <span class="field__label">Values to start with, as JSON</span>
        <textarea
          class="textarea"
          spellcheck={false}
          value={text}
          aria-invalid={!input.ok}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) start();
          }}
        />
        <span class={input.ok ? "field__help" : "field__help text-failed"}>
          {input.ok ? "A workflow that a webhook starts gets them as the request's body." : input.why}
        </span>
      </label>
    </Dialog>
  );
}
