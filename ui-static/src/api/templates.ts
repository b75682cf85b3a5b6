import { callJson } from "./http.ts";

/** A workflow that comes with the product. */
export interface Template {
  id: string;
  name: string;
  summary: string;
  /** The diagram, from which its picture is drawn. */
  xml: string;
  /** JSON text; `{{base}}` stands for this server's address. */
  exampleInput?: string | null;
}

export const listTemplates = async (): Promise<Template[]> =>
  (await callJson<{ items: Template[] }>("/api/templates/gallery")).items;
