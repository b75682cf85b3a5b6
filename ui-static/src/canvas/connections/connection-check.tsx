/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { CircleCheck, TriangleAlert } from "lucide";
import { useEffect, useState } from "@bpmn-io/properties-panel/preact/hooks";
import { testConnection, type TestVerdict } from "../../api/connections.ts";
import { ApiProblem } from "../../api/http.ts";
import { Glyph } from "../data/glyph.tsx";
import type { Connections } from "./connections.ts";

interface Props {
  name: string;
  connections: Connections;
  /** Where it will be used, when that is the same each time. */
  address: string;
}

/** Tries the chosen credentials with the other side, right where they were chosen. */
export function ConnectionCheck({ name, connections, address }: Props) {
  const [url, setUrl] = useState<string>();
  const [verdict, setVerdict] = useState<TestVerdict | "testing">();
  useEffect(() => setVerdict(undefined), [name, connections]);

  const type = connections.known.find((one) => one.name === name)?.type;
  const how = connections.types.find((one) => one.type === type);
  if (how?.testable !== true) return null;
  const asks = how.testUrl === true;
  const where = url ?? address;

  const test = () => {
    setVerdict("testing");
    testConnection(name, asks ? where.trim() : "").then(setVerdict, (problem: unknown) =>
      setVerdict({ ok: false, detail: problem instanceof ApiProblem ? problem.message : "It could not be tested." }),
    );
  };
  return (
    <div class="connection-check">
      {asks ? (
        <input
          class="bio-properties-panel-input"
          type="url"
          aria-label="Address to test it with"
          placeholder="Address that asks for it"
          value={where}
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
      ) : null}
      <button type="button" class="button button--small" disabled={verdict === "testing" || (asks && where.trim() === "")} onClick={test}>
        {verdict === "testing" ? "Testing…" : "Test"}
      </button>
      {verdict === undefined || verdict === "testing" ? null : (
        <p class={`connection-check__verdict ${verdict.ok ? "is-completed" : "is-failed"}`} role="status">
          <Glyph node={verdict.ok ? CircleCheck : TriangleAlert} />
          <span>{verdict.detail}</span>
        </p>
      )}
    </div>
  );
}
