import type { ConnectorInfo, JsonSchema } from "../../api/types.ts";
import { CopyButton } from "../parts/copy.tsx";
import { asText } from "../values/value-tree.tsx";

/** A connector in full: the page of connectors and the help of a step show the same. */
export function ConnectorDetails({ connector }: { connector: ConnectorInfo }) {
  const inputs = Object.entries(connector.inputs.properties ?? {});
  return (
    <article class="connector">
      <header>
        <h2>{connector.name}</h2>
        <p>{connector.summary}</p>
        <p class="cluster">
          <code class="soft">{connector.type}</code>
          <CopyButton text={connector.type} label="Copy the type" />
        </p>
      </header>
      <section>
        <h3>What it needs</h3>
        {inputs.length === 0 ? (
          <p class="soft">Nothing.</p>
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th>Input</th>
                <th>Name</th>
                <th>What it is</th>
              </tr>
            </thead>
            <tbody>
              {inputs.map(([name, schema]) => (
                <Input
                  key={name}
                  name={name}
                  schema={schema}
                  required={connector.inputs.required?.includes(name) ?? false}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <h3>What it gives back</h3>
        <pre class="connector__response">{connector.response}</pre>
      </section>
      {connector.effect === undefined || connector.effect === "" ? null : (
        <section>
          <h3>What it does outside</h3>
          <p>{connector.effect}</p>
        </section>
      )}
      <section>
        <h3>What can go wrong</h3>
        {connector.errors.length === 0 ? (
          <p class="soft">Nothing that a diagram could catch: trouble becomes an incident.</p>
        ) : (
          <dl class="connector__errors">
            {connector.errors.map((error) => (
              <div key={error.code}>
                <dt>
                  <code>{error.code}</code>
                </dt>
                <dd>{error.meaning}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </article>
  );
}

function Input(props: { name: string; schema: JsonSchema; required: boolean }) {
  const { name, schema, required } = props;
  return (
    <tr>
      <td>
        {schema.title ?? name}
        {required ? <span class="tag">needed</span> : null}
      </td>
      <td>
        <code>{name}</code>
      </td>
      <td class="connector__help soft">
        {schema.description}
        {schema.enum === undefined ? null : ` One of ${schema.enum.join(", ")}`}
        {schema.default === undefined || schema.default === "" ? null : (
          <>
            {" "}
            · begins with <code>{asText(schema.default)}</code>
          </>
        )}
      </td>
    </tr>
  );
}
