import { callJson } from "./http.ts";

/** A form start as its page shows it; `schema` is Camunda's form JSON. */
export interface FormInfo {
  title: string;
  access: "public" | "signed-in";
  thanks: string;
  schema: { components?: { type?: string; action?: string }[] };
}

const at = (path: string) => `/api/forms/${encodeURIComponent(path)}`;

export const readForm = (path: string): Promise<FormInfo> => callJson(at(path));

export const sendForm = (path: string, values: object): Promise<{ eventId: string }> =>
  callJson(at(path), { method: "POST", json: values });
