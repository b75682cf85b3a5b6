/** @jsxImportSource @bpmn-io/properties-panel/preact */
import { useService } from "bpmn-js-properties-panel";
import { propertyOf } from "../model.ts";
import { choice, line, useInbound, type EntryProps } from "./entries.tsx";
import { exampleForm, formOf } from "./kinds.ts";
import { formPathProblem } from "./path.ts";

interface EventBus {
  fire(event: string, payload: object): void;
}

/** The page opens an editor that has more room than the panel. */
export interface FormRequest {
  json: string;
  path: string;
  save: (json: string) => void;
}

export const FormPath = line("inbound.path", "Path", { validate: formPathProblem });

export const FormAccess = choice("inbound.access", "Who may open it", {
  "signed-in": "People who are signed in",
  public: "Everybody who has the link",
});

export const FormThanks = line("inbound.thanks", "What it says afterwards", {
  description: "“Thank you” when it is empty.",
});

export const FormValues = line("resultExpression", "Values for the run", {
  description: "An expression over the form's values; all of them when it is empty.",
});

export function FormDesign({ element }: EntryProps) {
  const inbound = useInbound();
  const events = useService("eventBus") as EventBus;
  const json = formOf(element.businessObject)?.json ?? exampleForm;
  const edit = () =>
    events.fire("form.requested", {
      request: {
        json,
        path: propertyOf(element.businessObject, "inbound.path") ?? "",
        save: (text) => inbound.design(element, text),
      } satisfies FormRequest,
    });
  return (
    <div class="bio-properties-panel-entry panel-button">
      <span class="bio-properties-panel-label">{fields(json)}</span>
      <button type="button" class="button button--small" onClick={edit}>
        Edit the form
      </button>
    </div>
  );
}

function fields(json: string): string {
  try {
    const { components = [] } = JSON.parse(json) as { components?: unknown[] };
    return components.length === 1 ? "The form has one field" : `The form has ${components.length} fields`;
  } catch {
    return "The form cannot be read";
  }
}
