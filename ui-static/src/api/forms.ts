import { callJson } from "./http.ts";

/** Camunda's form JSON, as far as we look into it. */
export interface FormSchema {
  components?: { type?: string; action?: string; [setting: string]: unknown }[];
  [setting: string]: unknown;
}

/** A form start as its page shows it; `schema` is Camunda's form JSON. */
export interface FormInfo {
  title: string;
  access: "public" | "signed-in";
  thanks: string;
  schema: FormSchema;
}

const at = (path: string) => `/api/forms/${encodeURIComponent(path)}`;

export const readForm = (path: string): Promise<FormInfo> => callJson(at(path));

export const sendForm = (path: string, values: object): Promise<{ eventId: string }> =>
  callJson(at(path), { method: "POST", json: values });
