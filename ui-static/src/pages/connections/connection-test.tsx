import { useState } from "preact/hooks";
import { testConnection, type StoredConnection } from "../../api/connections.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { When } from "../../panels/parts/time.tsx";

interface Props {
  connection: StoredConnection;
  /** Says who we are, but not where: the test needs an address that asks for it. */
  asks: boolean;
  changed: () => void;
}

/** Tries the credential where it counts: with the other side. */
export function ConnectionTest(props: Props) {
  const { connection, asks, changed } = props;
  const { lastTest } = connection;
  const [url, setUrl] = useState("");
  const [testing, setTesting] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const test = (event: Event) => {
    event.preventDefault();
    setTesting(true);
    setProblem(undefined);
    testConnection(connection.name, url.trim())
      .then(changed, setProblem)
      .finally(() => setTesting(false));
  };

  return (
    <section>
      <h3 class="pane__title">Test</h3>
      <form class="form test" onSubmit={test}>
        {asks ? (
          <label class="field">
            <span class="field__label">Address to try it with</span>
            <input
              class="input"
              type="url"
              required
              placeholder="https://api.example.org/me"
              value={url}
              onInput={(event) => setUrl(event.currentTarget.value)}
            />
            <span class="field__help">A page there that needs this sign-in; it is only read.</span>
          </label>
        ) : null}
        <span>
          <button type="submit" class="button button--small" disabled={testing}>
            {testing ? "Testing…" : "Test"}
          </button>
        </span>
      </form>
      {problem === undefined ? null : <Trouble problem={problem} />}
      {lastTest == null ? null : (
        <p class={`status test__verdict is-${lastTest.ok ? "completed" : "failed"}`} role="status">
          <Icon name={lastTest.ok ? "done" : "failed"} size={14} />
          <span>
            {lastTest.detail}{" "}
            <span class="soft">
              <When time={lastTest.at} />
            </span>
          </span>
        </p>
      )}
    </section>
  );
}
