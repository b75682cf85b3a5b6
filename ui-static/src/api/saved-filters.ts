import { call, callJson } from "./http.ts";

/** A filter of the run list under a name; `query` is the list's query string. */
export interface SavedFilter {
  name: string;
  query: string;
}

export const savedFilters = async (): Promise<SavedFilter[]> =>
  (await callJson<{ items: SavedFilter[] }>("/api/runs/saved")).items;

const at = (name: string) => `/api/runs/saved/${encodeURIComponent(name)}`;

export const saveFilter = async ({ name, query }: SavedFilter): Promise<void> => {
  await call(at(name), { method: "PUT", json: { query } });
};

export const forgetFilter = async (name: string): Promise<void> => {
  await call(at(name), { method: "DELETE" });
};
