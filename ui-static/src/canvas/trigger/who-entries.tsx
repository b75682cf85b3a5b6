/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { SelectEntry } from "@bpmn-io/properties-panel";
import { options, useInbound, type EntryProps } from "./entries.tsx";
import { isWebhook, startKind, type StartKind } from "./kinds.ts";

const starts = options({
  hand: "A person, the API or another workflow",
  webhook: "A webhook",
  feed: "A new entry of a feed",
  form: "A form that somebody sends",
  schedule: "The clock",
} satisfies Record<StartKind, string>);

export function StartsBy({ element, id }: EntryProps) {
  const inbound = useInbound();
  return (
    <SelectEntry
      element={element}
      id={id}
      label="Who starts it"
      getValue={() => startKind(element) ?? "hand"}
      setValue={(kind) => inbound.become(element, (kind ?? "hand") as StartKind)}
      getOptions={starts}
    />
  );
}

const waits = options({ message: "A message of BPMN", webhook: "A webhook" });

export function GoesOnBy({ element, id }: EntryProps) {
  const inbound = useInbound();
  return (
    <SelectEntry
      element={element}
      id={id}
      label="What it waits for"
      getValue={() => (isWebhook(element) ? "webhook" : "message")}
      setValue={(kind) => inbound.catches(element, kind === "webhook")}
      getOptions={waits}
    />
  );
}
