import { callJson } from "./http.ts";
import type { ConnectorInfo, Json, Model } from "./types.ts";

/** A Camunda element template; only what the browser itself looks at is spelled out. */
export interface ElementTemplate {
  id: string;
  name: string;
  version?: number;
  icon?: { contents: string };
  properties: { label?: string; value?: Json; binding: { type: string; name?: string; property?: string } }[];
}

export const listConnectors = async (): Promise<ConnectorInfo[]> =>
  (await callJson<{ items: ConnectorInfo[] }>("/api/connectors")).items;

export const listTemplates = (): Promise<ElementTemplate[]> => callJson("/api/templates");

export const listModels = async (): Promise<Model[]> =>
  (await callJson<{ items: Model[] }>("/api/models")).items;
