import { useEffect, useState } from "preact/hooks";
import { ApiProblem } from "../../api/http.ts";
import { signIn } from "../../api/session.ts";
import mark from "../../panels/frame/wireroom.svg";
import { parameter } from "../../panels/frame/show.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { nextPage } from "./next-page.ts";

type State = "asking" | "working" | { problem: ApiProblem };

/** Takes the one-time code of the printed link, or a pasted link, code or token. */
export function SignIn() {
  const [state, setState] = useState<State>(parameter("code") === undefined ? "asking" : "working");
  const [text, setText] = useState("");

  const enter = (proof: { code: string } | { token: string }) => {
    setState("working");
    signIn(proof).then(
      () => location.replace(nextPage(parameter("next"), location.origin)),
      (problem: unknown) =>
        setState({ problem: problem instanceof ApiProblem ? problem : new ApiProblem(0, String(problem)) }),
    );
  };

  useEffect(() => {
    const code = parameter("code");
    if (code === undefined) return;
    // why: a code must not stay in the history or in a bookmark.
    history.replaceState(null, "", "/sign-in");
    enter({ code });
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    const code = /[?&]code=([^&\s]+)/.exec(text)?.[1];
    enter(code === undefined ? { token: text.trim() } : { code: decodeURIComponent(code) });
  };

  return (
    <main class="sign-in">
      <form class="sign-in__card" onSubmit={submit}>
        <img src={mark} width="44" height="44" alt="" />
        <h1>Sign in to Wireroom</h1>
        <p class="soft">
          Open the sign-in link that <code>./wireroom start</code> printed, or paste the link or an
          API token here.
        </p>
        {typeof state === "object" ? <Refused problem={state.problem} /> : null}
        <label class="field">
          <span class="field__label">Sign-in link or token</span>
          <input
            class="input mono"
            type="password"
            autocomplete="off"
            spellcheck={false}
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button button--main" disabled={state === "working"}>
          {state === "working" ? "Signing in…" : "Sign in"}
        </button>
        <p class="soft small">
          No link at hand? <code>./wireroom sign-in</code> prints a new one. A link works once.
        </p>
      </form>
    </main>
  );
}

function Refused({ problem }: { problem: ApiProblem }) {
  const refused = problem.status >= 400 && problem.status < 500;
  return (
    <div class="notice is-failed" role="alert">
      <Icon name="alert" />
      <div class="notice__body">
        <strong>
          {refused ? "This link or token does not let you in" : problem.message}
        </strong>
        {refused ? (
          <span>
            A link works once and only for a short time, and this one was used, has expired or was
            mistyped. Run <code>./wireroom sign-in</code> where Wireroom is installed and open the
            new link.
          </span>
        ) : (
          <span>{problem.hint}</span>
        )}
      </div>
    </div>
  );
}
