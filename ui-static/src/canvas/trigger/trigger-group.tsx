/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { SelectEntry, TextFieldEntry } from "@bpmn-io/properties-panel";
import { useState } from "@bpmn-io/properties-panel/preact/hooks";
import { useService } from "bpmn-js-properties-panel";
import { propertyOf, type CanvasElement } from "../model.ts";
import { isWebhook, type Inbound } from "./inbound.ts";
import { pathProblem } from "./path.ts";

interface Props {
  element: CanvasElement;
  id: string;
}

const options = (all: Record<string, string>) => () =>
  Object.entries(all).map(([value, label]) => ({ value, label }));

const starts = options({ hand: "A person, the API or another workflow", webhook: "A webhook" });
const methods = options({ POST: "POST", GET: "GET", PUT: "PUT", DELETE: "DELETE", any: "Any method" });
const callers = options({
  none: "Anyone on this computer",
  bearer: "Whoever has an API token of Wireroom",
});
const answers = options({
  ack: "“Accepted”, at once",
  result: "The run's result, when it is done",
  respond: "What the step “Answer the caller” says",
});

export function StartsBy({ element, id }: Props) {
  const inbound = useService("inbound") as Inbound;
  return (
    <SelectEntry
      element={element}
      id={id}
      label="Who starts it"
      getValue={() => (isWebhook(element) ? "webhook" : "hand")}
      setValue={(value) =>
        value === "webhook" ? inbound.begin(element) : inbound.end(element)
      }
      getOptions={starts}
    />
  );
}

export function HookPath({ element, id }: Props) {
  const inbound = useService("inbound") as Inbound;
  const debounce = useService("debounceInput");
  return (
    <TextFieldEntry
      element={element}
      id={id}
      label="Path"
      debounce={debounce}
      getValue={() => propertyOf(element.businessObject, "inbound.path") ?? ""}
      setValue={(value) => inbound.change(element, { "inbound.path": value ?? "" })}
      validate={pathProblem}
    />
  );
}

/** The whole address, to be given to whoever sends. */
export function HookAddress({ element }: Props) {
  const [copied, setCopied] = useState(false);
  const path = propertyOf(element.businessObject, "inbound.path") ?? "";
  const address = `${location.origin}/hooks/${path.replace(/^\/+/, "")}`;
  const copy = () => {
    void navigator.clipboard.writeText(address).then(() => setCopied(true));
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div class="bio-properties-panel-entry hook-address">
      <span class="bio-properties-panel-label">Address to send to</span>
      <div class="hook-address__line">
        <code>{address}</code>
        <button type="button" class="button button--small" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </button>
      </div>
    </div>
  );
}

const choice = (
  property: string,
  label: string,
  getOptions: () => { value: string; label: string }[],
  description?: string,
) =>
  function Choice({ element, id }: Props) {
    const inbound = useService("inbound") as Inbound;
    const first = getOptions()[0]?.value ?? "";
    return (
      <SelectEntry
        element={element}
        id={id}
        label={label}
        {...(description === undefined ? {} : { description })}
        getValue={() => propertyOf(element.businessObject, property) ?? first}
        setValue={(value) => inbound.change(element, { [property]: value ?? "" })}
        getOptions={getOptions}
      />
    );
  };

export const HookMethod = choice("inbound.method", "Method", methods);
export const HookCallers = choice("inbound.auth.type", "Who may call", callers);
export const HookAnswer = choice("inbound.response", "The caller gets", answers);

export function HookValues({ element, id }: Props) {
  const inbound = useService("inbound") as Inbound;
  const debounce = useService("debounceInput");
  return (
    <TextFieldEntry
      element={element}
      id={id}
      label="Values for the run"
      description="An expression over request: method, path, query, headers, body."
      debounce={debounce}
      getValue={() => propertyOf(element.businessObject, "resultExpression") ?? ""}
      setValue={(value) => inbound.change(element, { resultExpression: value ?? "" })}
    />
  );
}
