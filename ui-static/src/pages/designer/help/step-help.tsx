import type { ConnectorInfo } from "../../../api/types.ts";
import { jobType } from "../../../canvas/model.ts";
import type { HelpRequest } from "../../../canvas/says/says-entry.tsx";
import { ConnectorDetails } from "../../../panels/connectors/connector-details.tsx";
import { Dialog } from "../../../panels/parts/dialog.tsx";
import { plainHelp } from "./plain-help.ts";

interface Props {
  request: HelpRequest;
  connectors: ConnectorInfo[];
  close: () => void;
}

/** What a step is for and what it needs, over the drawing. */
export function StepHelp({ request: { element }, connectors, close }: Props) {
  const type = jobType(element.businessObject);
  const connector = connectors.find((one) => one.type === type);
  if (connector !== undefined) {
    return (
      <Dialog title="Help" wide close={close}>
        <ConnectorDetails connector={connector} />
      </Dialog>
    );
  }
  const { title, lines } = plainHelp(element.businessObject);
  return (
    <Dialog title={title} close={close}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Dialog>
  );
}
