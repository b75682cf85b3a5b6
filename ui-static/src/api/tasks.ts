import { call, callJson } from "./http.ts";
import type { FormSchema } from "./forms.ts";

/** A step that a person completes. */
export interface PersonStep {
  stepId: string;
  runKey: string;
  workflow: string;
  workflowName: string;
  name: string;
  elementId: string;
  form: FormSchema | null;
  values: Record<string, unknown>;
  status: "open" | "completed" | "gone";
  completedBy?: string;
}

const at = (step: string, rest = "") => `/api/tasks/${encodeURIComponent(step)}${rest}`;

export const readStep = (step: string): Promise<PersonStep> => callJson(at(step));

export const completeStep = async (step: string, values: object): Promise<void> => {
  await call(at(step, "/complete"), { method: "POST", json: { values } });
};
