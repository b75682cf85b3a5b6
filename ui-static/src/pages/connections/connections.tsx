import { useEffect, useState } from "preact/hooks";
import { listConnections, type StoredConnection } from "../../api/connections.ts";
import { ConnectionDialog } from "../../panels/connection/connection-dialog.tsx";
import { Frame } from "../../panels/frame/frame.tsx";
import { useKeys, writes } from "../../panels/parts/use-keys.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { SearchField } from "../../panels/parts/search-field.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { ConnectionPane } from "./connection-pane.tsx";
import { ConnectionsTable } from "./connections-table.tsx";

const inAddress = () => decodeURIComponent(location.hash.slice(1)) || undefined;

export function Connections() {
  const [loaded, again] = useLoad("connections", listConnections);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(inAddress);
  const [editing, setEditing] = useState<StoredConnection | "new" | undefined>(() =>
    new URLSearchParams(location.search).has("new") ? "new" : undefined,
  );
  const list = loaded.is === "here" ? loaded.value : undefined;
  const found = list?.items.filter((one) => contains(one, text.trim().toLowerCase()));
  const shown = list?.items.find(({ name }) => name === chosen);

  const choose = (name: string | undefined) => {
    setChosen(name);
    const hash = name === undefined ? "" : `#${encodeURIComponent(name)}`;
    history.replaceState(null, "", location.pathname + hash);
  };
  useEffect(() => {
    const follow = () => setChosen(inAddress());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useKeys((event) => {
    if (event.key !== "Escape" || writes(event.target)) return;
    if (document.querySelector("[role=dialog], [role=menu]") === null) choose(undefined);
  });

  const saved = (name: string) => {
    toast({ text: editing === "new" ? `${name} is stored.` : `${name} has its new values.` });
    setEditing(undefined);
    choose(name);
    again();
  };

  const add = (
    <button type="button" class="button button--main" onClick={() => setEditing("new")}>
      <Icon name="add" /> New connection
    </button>
  );

  return (
    <Frame here="connections" title="Connections" actions={add}>
      <div class="with-pane">
        <div class="with-pane__main">
          <div class="column">
            {loaded.is === "trouble" ? <Trouble problem={loaded.problem} again={again} /> : null}
            {list?.items.length === 0 ? (
              <NoneYet add={() => setEditing("new")} />
            ) : loaded.is === "trouble" ? null : (
              <>
                <div class="bar" role="search">
                  <SearchField label="Search connections" value={text} change={setText} />
                </div>
                <ConnectionsTable
                  items={found}
                  types={list?.types ?? []}
                  chosen={chosen}
                  choose={choose}
                />
              </>
            )}
          </div>
        </div>
        {shown === undefined || list === undefined ? null : (
          <ConnectionPane
            key={shown.name}
            connection={shown}
            type={list.types.find(({ type }) => type === shown.type)}
            edit={() => setEditing(shown)}
            changed={again}
            close={() => choose(undefined)}
          />
        )}
      </div>
      {editing === undefined || list === undefined ? null : (
        <ConnectionDialog
          list={list}
          {...(editing === "new" ? {} : { existing: editing })}
          close={() => setEditing(undefined)}
          saved={saved}
        />
      )}
    </Frame>
  );
}

function NoneYet({ add }: { add: () => void }) {
  return (
    <Empty
      icon="connections"
      title="No connection yet"
      actions={
        <button type="button" class="button button--main" onClick={add}>
          Store the first one
        </button>
      }
    >
      A connection is a password, token or secret that is stored once, encrypted, and used by its
      name: by webhooks to know who calls, by steps and models to sign in elsewhere. Its values never
      leave the engine again.
    </Empty>
  );
}

const contains = (connection: StoredConnection, text: string) =>
  [connection.name, connection.type, connection.owner ?? "", ...connection.usedBy.map(({ name }) => name)]
    .some((line) => line.toLowerCase().includes(text));
