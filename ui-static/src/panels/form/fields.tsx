import { Form } from "@bpmn-io/form-js-viewer";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FormSchema } from "../../api/forms.ts";
import { htmlAsText } from "./html-as-text.ts";

interface Props {
  schema: FormSchema;
  /** What the form begins with. */
  values?: Record<string, unknown>;
  sending: boolean;
  send: (values: object) => void;
}

/** The form itself, drawn by form-js; what was typed stays while it is sent and when it fails. */
export function Fields({ schema, values, sending, send }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<Form>(null);
  const sender = useRef(send);
  sender.current = send;
  const first = useRef(values);
  const [incomplete, setIncomplete] = useState(false);

  useEffect(() => {
    if (place.current === null) return;
    const form = new Form({ container: place.current, additionalModules: [htmlAsText] });
    drawn.current = form;
    form.on("submit", (event: { data: object; errors: object }) => {
      const complete = Object.keys(event.errors).length === 0;
      setIncomplete(!complete);
      if (complete) sender.current(event.data);
    });
    form.on("changed", ({ errors }: { errors: object }) => {
      if (Object.keys(errors).length === 0) setIncomplete(false);
    });
    void form.importSchema(schema, first.current ?? {});
    return () => form.destroy();
  }, [schema]);

  useEffect(() => {
    drawn.current?.setProperty("disabled", sending);
  }, [sending]);

  return (
    <>
      <div
        class="form-fields"
        ref={place}
        aria-busy={sending}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !isOneLine(event.target)) return;
          event.preventDefault();
          drawn.current?.submit();
        }}
        onMouseDown={holdStill}
        onClickCapture={(event) => isSubmit(event.target) && leaveField()}
      />
      {hasButton(schema) ? null : (
        <button
          type="button"
          class="button button--main"
          disabled={sending}
          onMouseDown={holdStill}
          onClick={() => {
            leaveField();
            drawn.current?.submit();
          }}
        >
          {sending ? "Sending…" : "Send"}
        </button>
      )}
      {incomplete ? (
        <p class="form-page__incomplete" role="alert">
          Some fields need another value; they say which.
        </p>
      ) : null}
    </>
  );
}

const isOneLine = (target: EventTarget | null) =>
  target instanceof HTMLInputElement &&
  target.closest(".fjs-form-field-textfield, .fjs-form-field-number") !== null;

/**
 * why: the field that is left would be checked between press and release, its message would appear
 * or go, and the button would move away from under the pointer.
 */
function holdStill(event: MouseEvent): void {
  if (isSubmit(event.target)) event.preventDefault();
}

const isSubmit = (target: EventTarget | null) =>
  target instanceof Element && target.closest("button[type=submit], .button--main") !== null;

/** What was typed last is taken over when its field is left. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const hasButton = (schema: FormSchema) =>
  (schema.components ?? []).some(
    ({ type, action }) => type === "button" && (action ?? "submit") === "submit",
  );
