import { useState } from "preact/hooks";
import {
  retireConnection,
  type ConnectionType,
  type ConnectionUse,
  type StoredConnection,
} from "../../api/connections.ts";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Icon, type IconName } from "../../panels/parts/icon.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { When } from "../../panels/parts/time.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { exact } from "../../run/words.ts";
import { ConnectionTest } from "./connection-test.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";

interface Props {
  connection: StoredConnection;
  type: ConnectionType | undefined;
  edit: () => void;
  changed: () => void;
  close: () => void;
}

export function ConnectionPane({ connection, type, edit, changed, close }: Props) {
  const [deleting, setDeleting] = useState(false);
  return (
    <aside class="pane" aria-label={`Connection ${connection.name}`}>
      <header class="pane__head">
        <div class="pane__name">
          <h2 class="cluster">
            {connection.name} <CopyButton text={connection.name} label="Copy the name" />
          </h2>
          <p class="soft small">{type?.label ?? connection.type}</p>
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close the connection"
          title="Close · Esc"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="pane__body">
        <div class="cluster">
          <button type="button" class="button button--small" onClick={edit}>
            <Icon name="edit" size={14} /> New values
          </button>
          <button
            type="button"
            class="button button--small button--danger"
            onClick={() => setDeleting(true)}
          >
            <Icon name="trash" size={14} /> Delete
          </button>
        </div>
        {connection.readable === false ? (
          <div class="notice is-failed" role="alert">
            <Icon name="alert" />
            <div class="notice__body">
              <strong>Its values cannot be read any more</strong>
              <span>The key they were stored with is gone. Give it new values.</span>
            </div>
          </div>
        ) : null}
        <ChangingOver connection={connection} changed={changed} />
        <dl class="pane__facts">
          <dt>Owner</dt>
          <dd>{connection.owner ?? "nobody"}</dd>
          <dt>Stored</dt>
          <dd>
            <When time={connection.createdAt} />
          </dd>
          <dt>Updated</dt>
          <dd>
            <When time={connection.updatedAt} />
          </dd>
        </dl>
        <section>
          <h3 class="pane__title">What is stored</h3>
          <dl class="pane__facts stored">
            {connection.fields.map((field) => (
              <Stored key={field} label={labelOf(field, type)} />
            ))}
          </dl>
          <p class="field__help">Values are encrypted and cannot be read back by anybody.</p>
        </section>
        {type?.testable === false ? null : (
          <ConnectionTest
            connection={connection}
            asks={type?.testUrl ?? false}
            changed={changed}
          />
        )}
        <section>
          <h3 class="pane__title">Used by</h3>
          <Uses uses={connection.usedBy} />
        </section>
      </div>
      {deleting ? (
        <DeleteDialog
          connection={connection}
          close={() => setDeleting(false)}
          deleted={() => {
            setDeleting(false);
            close();
            changed();
          }}
        />
      ) : null}
    </aside>
  );
}

const labelOf = (field: string, type: ConnectionType | undefined) =>
  type?.fields.find(({ name }) => name === field)?.label ?? field;

function Stored({ label }: { label: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd aria-label="stored, not shown">••••••••</dd>
    </>
  );
}

/** The old values are still good for webhooks: until when, and a way to end that. */
function ChangingOver({ connection, changed }: { connection: StoredConnection; changed: () => void }) {
  if (connection.previousUntil == null) return null;
  const retire = () => {
    retireConnection(connection.name).then(
      () => {
        toast({ text: "The old values are gone: only the new ones are accepted now." });
        changed();
      },
      (problem: unknown) => toast({ text: sentence(problem), failed: true }),
    );
  };
  return (
    <div class="notice is-waiting">
      <Icon name="clock" />
      <div class="notice__body">
        <strong>Webhooks accept the old values, too</strong>
        <span>Until {exact(connection.previousUntil)}.</span>
        <span>
          <button type="button" class="button button--small" onClick={retire}>
            Drop the old ones now
          </button>
        </span>
      </div>
    </div>
  );
}

const useIcon: Record<ConnectionUse["kind"], IconName> = {
  webhook: "webhook",
  step: "connectors",
  model: "body",
};

export function Uses({ uses }: { uses: ConnectionUse[] }) {
  if (uses.length === 0) return <p class="soft small values__none">Nothing yet.</p>;
  return (
    <ul class="uses">
      {uses.map((use) => (
        <li key={use.name + (use.elementId ?? "")} class="uses__item">
          <Icon name={useIcon[use.kind]} size={14} />
          {use.workflow == null ? (
            use.name
          ) : (
            <a href={`/designer?workflow=${encodeURIComponent(use.workflow)}${elementPart(use)}`}>
              {use.name}
            </a>
          )}
          {use.workflow == null ? null : <span class="soft small">{use.workflow}</span>}
        </li>
      ))}
    </ul>
  );
}

const elementPart = ({ elementId }: ConnectionUse) => (elementId == null ? "" : `#${elementId}`);
