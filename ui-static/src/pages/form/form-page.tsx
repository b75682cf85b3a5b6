import { useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { readForm, sendForm, type FormInfo } from "../../api/forms.ts";
import { Fields } from "../../panels/form/fields.tsx";
import { NotSent } from "../../panels/form/not-sent.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";

/** A form that starts a workflow: shown, sent, thanked for. */
export function FormPage({ path }: { path: string }) {
  const [form, again] = useLoad(path, () => named(readForm(path)));
  return (
    <main class="form-page">
      <div class="form-page__card">
        {form.is === "loading" ? <Skeleton /> : null}
        {form.is === "trouble" ? <NoForm problem={form.problem} again={again} /> : null}
        {form.is === "here" ? <Filling path={path} form={form.value} /> : null}
      </div>
    </main>
  );
}

async function named(reading: Promise<FormInfo>): Promise<FormInfo> {
  const form = await reading;
  document.title = `${form.title} · Wireroom`;
  return form;
}

type State = "filling" | "sending" | "sent" | { problem: unknown };

function Filling({ path, form }: { path: string; form: FormInfo }) {
  const [state, setState] = useState<State>("filling");
  const send = (values: object) => {
    setState("sending");
    sendForm(path, values).then(
      () => setState("sent"),
      (problem: unknown) => setState({ problem }),
    );
  };

  if (state === "sent") return <Sent form={form} another={() => setState("filling")} />;
  return (
    <>
      <h1>{form.title}</h1>
      <Fields schema={form.schema} sending={state === "sending"} send={send} />
      {typeof state === "object" ? <NotSent problem={state.problem} /> : null}
    </>
  );
}

function Sent({ form, another }: { form: FormInfo; another: () => void }) {
  return (
    <div class="form-page__sent" role="status">
      <Icon name="check" size={28} />
      <h1>{form.thanks === "" ? "Thank you" : form.thanks}</h1>
      <p class="soft">What you sent has arrived and is being worked on. You can close this page.</p>
      <button type="button" class="button" onClick={another}>
        Send another
      </button>
    </div>
  );
}

function NoForm({ problem, again }: { problem: unknown; again: () => void }) {
  if (problem instanceof ApiProblem && problem.status === 404) {
    return (
      <Empty icon="alert" title="There is no form at this address">
        It may have moved, or its workflow is not published any more. Ask whoever gave you the link.
      </Empty>
    );
  }
  return <Trouble problem={problem} again={again} />;
}

function Skeleton() {
  return (
    <div class="form-page__skeleton" aria-hidden="true">
      {[40, 90, 90, 60].map((width, row) => (
        <span key={row} class="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
