import { useEffect, useState } from "preact/hooks";
import type { TrialRequest } from "../../../canvas/try-step/index.ts";
import { lazily } from "../../../panels/parts/lazily.tsx";
import type { Desk } from "../use-designer.ts";

const TrialDialog = lazily(() => import("./trial-dialog.tsx").then((module) => module.TrialDialog));

/** Opens the trial of a step when the panel or the keyboard asks for it. */
export function Trials({ desk }: { desk: Desk }) {
  const [request, setRequest] = useState<TrialRequest>();
  const { table } = desk;
  useEffect(() => table?.onRequest<TrialRequest>("trial.requested", setRequest), [table]);
  return table === undefined || request === undefined ? null : (
    <TrialDialog desk={desk} table={table} request={request} close={() => setRequest(undefined)} />
  );
}
