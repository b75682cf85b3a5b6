import { useEffect, useState } from "preact/hooks";
import { listConnections, type ConnectionList } from "../../api/connections.ts";
import type { ConnectionRequest } from "../../canvas/connections/connections.ts";
import type { HelpRequest } from "../../canvas/says/says-entry.tsx";
import type { FormRequest } from "../../canvas/trigger/form-entries.tsx";
import { ConnectionDialog } from "../../panels/connection/connection-dialog.tsx";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";
import { lazily } from "../../panels/parts/lazily.tsx";
import type { ConnectorInfo } from "../../api/types.ts";
import { FormEditor } from "./form-editor.tsx";
import type { Table } from "./table.ts";

const StepHelp = lazily(() => import("./help/step-help.tsx").then((module) => module.StepHelp));

interface Props {
  table: Table | undefined;
  connectors: ConnectorInfo[];
}

/** What the panel asks for: a connection that is not stored yet, room to edit a form, help. */
export function Requests({ table, connectors }: Props) {
  const [list, setList] = useState<ConnectionList>();
  const [connection, setConnection] = useState<ConnectionRequest>();
  const [form, setForm] = useState<FormRequest>();
  const [help, setHelp] = useState<HelpRequest>();

  useEffect(() => {
    if (table === undefined) return;
    listConnections().then(
      (known) => {
        setList(known);
        table.learnConnections(known.items, known.types);
      },
      (problem: unknown) => toast({ text: sentence(problem), failed: true }),
    );
    const stops = [
      table.onRequest<ConnectionRequest>("connection.requested", setConnection),
      table.onRequest<FormRequest>("form.requested", setForm),
      table.onRequest<HelpRequest>("help.requested", setHelp),
    ];
    return () => stops.forEach((stop) => stop());
  }, [table]);

  const stored = async (name: string) => {
    setConnection(undefined);
    try {
      const known = await listConnections();
      setList(known);
      table?.learnConnections(known.items, known.types);
      connection?.done(name);
      toast({ text: `${name} is stored, and chosen here.` });
    } catch (problem) {
      toast({ text: sentence(problem), failed: true });
    }
  };

  return (
    <>
      {connection === undefined || list === undefined ? null : (
        <ConnectionDialog
          list={list}
          fitting={connection.fitting}
          close={() => setConnection(undefined)}
          saved={(name) => void stored(name)}
        />
      )}
      {help === undefined ? null : <StepHelp request={help} connectors={connectors} close={() => setHelp(undefined)} />}
      {form === undefined ? null : <FormEditor request={form} close={() => setForm(undefined)} />}
    </>
  );
}
