import { useState } from "preact/hooks";
import { settleEffect, type Effect } from "../../api/repair.ts";
import { typed } from "../../run/typed.ts";
import { Icon } from "../parts/icon.tsx";
import { Trouble } from "../parts/messages.tsx";
import { toast } from "../parts/toasts.tsx";

/** A call whose answer never came: a person looks at the other side and says what is so. */
export function Unsure({ effect, changed }: { effect: Effect; changed: () => void }) {
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const answer = text.trim() === "" ? undefined : typed({ kind: "any", text });

  const settle = (what: Parameters<typeof settleEffect>[1], said: string) => {
    setBusy(true);
    setProblem(undefined);
    settleEffect(effect.key, what).then(
      () => (toast({ text: said }), changed()),
      (trouble: unknown) => (setProblem(trouble), setBusy(false)),
    );
  };
  const happened = () => {
    if (answer?.ok === false) return;
    const what = answer === undefined ? { happened: true as const } : { happened: true as const, response: answer.value };
    settle(what, "Taken as done. The step goes on.");
  };

  return (
    <div class="notice is-waiting" role="group" aria-label="Did it happen?">
      <Icon name="help" />
      <div class="notice__body">
        <strong>Did it happen?</strong>
        <span>
          This was sent, and the answer never came. Look at the other side: doing it once more
          could do it twice.
        </span>
        {problem === undefined ? null : <Trouble problem={problem} />}
        {answering ? (
          <label class="field">
            <span class="field__label">What the other side answered, as JSON (may stay empty)</span>
            <textarea
              class="textarea unsure__answer"
              spellcheck={false}
              value={text}
              aria-invalid={answer?.ok === false}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            {answer?.ok === false ? <span class="field__help text-failed">{answer.why}</span> : null}
          </label>
        ) : null}
        <span class="cluster notice__actions">
          {answering ? (
            <>
              <button
                type="button"
                class="button button--small button--main"
                disabled={busy || answer?.ok === false}
                onClick={happened}
              >
                Take it as done
              </button>
              <button type="button" class="button button--small button--quiet" onClick={() => setAnswering(false)}>
                Back
              </button>
            </>
          ) : (
            <>
              <button type="button" class="button button--small" disabled={busy} onClick={() => setAnswering(true)}>
                It happened
              </button>
              <button
                type="button"
                class="button button--small"
                disabled={busy}
                onClick={() => settle({ happened: false }, "The step does it again.")}
              >
                It did not: do it again
              </button>
            </>
          )}
        </span>
      </div>
    </div>
  );
}
