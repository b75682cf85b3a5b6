import { useState } from "preact/hooks";
import type { Incident } from "../../api/repair.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { When } from "../../panels/parts/time.tsx";
import { Leaf } from "../../panels/values/value-tree.tsx";

/** What happened, what to do, the value that did it; the raw text one click away. */
export function Cause({ incident }: { incident: Incident }) {
  const [raw, setRaw] = useState(false);
  const { failing } = incident;
  return (
    <section class="notice is-failed cause" role="alert" aria-label="What went wrong">
      <Icon name="failed" size={18} />
      <div class="notice__body">
        <h2 class="cause__title">{incident.cause}</h2>
        {incident.fix == null || incident.fix === "" ? null : <p>{incident.fix}</p>}
        {failing == null ? null : (
          <dl class="cause__value">
            <dt class="mono">{failing.name}</dt>
            <dd>
              <span class="values">
                <Leaf value={shown(failing.value ?? null)} />
              </span>
              {failing.expression == null || failing.expression === "" ? null : (
                <span class="soft small">
                  from <code>{failing.expression}</code>
                </span>
              )}
            </dd>
          </dl>
        )}
        <span class="cluster notice__actions">
          <span class="soft small">
            <When time={incident.createdAt} />
          </span>
          {incident.raw == null || incident.raw === "" ? null : (
            <button
              type="button"
              class="button button--quiet button--small"
              aria-expanded={raw}
              onClick={() => setRaw(!raw)}
            >
              {raw ? "Hide the raw text" : "Raw text"}
            </button>
          )}
        </span>
        {raw ? <pre class="pane__raw">{incident.raw}</pre> : null}
      </div>
    </section>
  );
}

const shown = (value: Incident["values"][string]) =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value;
