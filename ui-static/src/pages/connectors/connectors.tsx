import { useEffect, useState } from "preact/hooks";
import { listConnectors } from "../../api/connectors.ts";
import type { ConnectorInfo } from "../../api/types.ts";
import { ConnectorDetails } from "../../panels/connectors/connector-details.tsx";
import { Frame } from "../../panels/frame/frame.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { Drawing } from "../../panels/parts/icon.tsx";
import { SearchField } from "../../panels/parts/search-field.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { connectorDrawing } from "../../run/connector-icons.ts";

/** The list on the left, one connector in full on the right; the address names it. */
export function Connectors() {
  const [loaded, again] = useLoad("connectors", listConnectors);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(() => decodeURIComponent(location.hash.slice(1)));

  useEffect(() => {
    const follow = () => setChosen(decodeURIComponent(location.hash.slice(1)));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const all = loaded.is === "here" ? loaded.value : [];
  const found = all.filter((one) => contains(one, text.trim().toLowerCase()));
  const shown = all.find((one) => one.type === chosen) ?? found[0];

  return (
    <Frame here="connectors" title="Connectors">
      {loaded.is === "trouble" ? (
        <div class="column">
          <Trouble problem={loaded.problem} again={again} />
        </div>
      ) : (
        <div class="catalogue">
          <div class="catalogue__list">
            <div class="bar">
              <SearchField label="Search connectors" value={text} change={setText} />
            </div>
            {loaded.is === "loading" ? <Loading /> : null}
            <ul>
              {found.map((one) => (
                <li key={one.type}>
                  <a
                    class="catalogue__item"
                    href={`#${one.type}`}
                    aria-current={one === shown ? "true" : undefined}
                  >
                    <span class={`kind-icon is-${one.kind}`}>
                      <Drawing node={connectorDrawing(one.icon)} size={18} />
                    </span>
                    <span>
                      <strong>{one.name}</strong>
                      <span class="soft small">{one.summary}</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {loaded.is === "here" && found.length === 0 ? (
              <Empty icon="search" title="No connector fits" />
            ) : null}
          </div>
          <div class="catalogue__detail">
            {shown === undefined ? null : <ConnectorDetails connector={shown} />}
          </div>
        </div>
      )}
    </Frame>
  );
}

function Loading() {
  return (
    <div aria-hidden="true">
      {[70, 55, 80, 60, 75].map((width) => (
        <span key={width} class="skeleton" style={{ width: `${width}%`, margin: "20px 12px" }} />
      ))}
    </div>
  );
}

const contains = (connector: ConnectorInfo, text: string) =>
  [connector.name, connector.summary, connector.type].some((line) =>
    line.toLowerCase().includes(text),
  );
