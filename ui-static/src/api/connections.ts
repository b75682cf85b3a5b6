import { call, callJson } from "./http.ts";

/** A stored credential. Its values never leave the engine: only the names of the set fields do. */
export interface StoredConnection {
  name: string;
  type: string;
  owner?: string | null;
  createdAt: string;
  updatedAt: string;
  fields: string[];
  /** False when the key that it was stored with is gone: it needs new values. */
  readable?: boolean;
  /** The values before the last change still open webhooks until then. */
  previousUntil?: string | null;
  lastTest?: { at: string; ok: boolean; detail: string } | null;
  usedBy: ConnectionUse[];
}

export interface ConnectionUse {
  kind: "webhook" | "step" | "model";
  workflow?: string | null;
  elementId?: string | null;
  name: string;
}

export interface ConnectionField {
  name: string;
  label: string;
  secret: boolean;
  required: boolean;
  help?: string | null;
}

export interface ConnectionType {
  type: string;
  label: string;
  help?: string | null;
  testable: boolean;
  /** The test is a request to an address that a person gives. */
  testUrl?: boolean;
  fields: ConnectionField[];
}

export interface ConnectionList {
  items: StoredConnection[];
  types: ConnectionType[];
}

export interface TestVerdict {
  ok: boolean;
  detail: string;
}

const at = (name: string, rest = "") => `/api/connections/${encodeURIComponent(name)}${rest}`;

export const listConnections = (): Promise<ConnectionList> => callJson("/api/connections");

export const saveConnection = async (
  name: string,
  change: { type: string; fields: Record<string, string>; keepPrevious?: string },
): Promise<void> => {
  await call(at(name), { method: "PUT", json: change });
};

/** `url` is where the credential is tried, for types that have no address of their own. */
export const testConnection = (name: string, url: string): Promise<TestVerdict> =>
  callJson(at(name, "/test"), { method: "POST", json: url === "" ? {} : { url } });

export const retireConnection = async (name: string): Promise<void> => {
  await call(at(name, "/retire"), { method: "POST", json: {} });
};

export const deleteConnection = async (name: string, force: boolean): Promise<void> => {
  await call(at(name, force ? "?force=true" : ""), { method: "DELETE" });
};
