import { call, callJson } from "./http.ts";
import type { Run, RunDetails, RunPage, RunStatus, Step, Variables } from "./types.ts";

export interface RunFilter {
  workflow?: string;
  status?: RunStatus | "";
  q?: string;
  version?: string;
  trigger?: string;
  businessKey?: string;
  /** NAME:OP:TEXT each; all of them must be true. */
  value?: string[];
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

export function listRuns(filter: RunFilter): Promise<RunPage> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value)) for (const one of value as string[]) query.append(name, one);
    else if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return callJson(`/api/runs?${query}`);
}

const at = (key: string, rest = "") => `/api/runs/${encodeURIComponent(key)}${rest}`;

export const readRun = (key: string): Promise<RunDetails> => callJson(at(key));

/** More steps of a long run: after a cursor, or all passes of one element. */
export const readSteps = (
  key: string,
  which: { cursor: string } | { element: string },
): Promise<{ items: Step[]; next?: string | null }> =>
  callJson(at(key, `/steps?${new URLSearchParams({ ...which })}`));

export const exportHref = (key: string): string => at(key, "/export");

export const cancelRun = async (key: string): Promise<void> => {
  await call(at(key, "/cancel"), { method: "POST", json: {} });
};

export const retryIncident = async (key: string, changed: Variables = {}): Promise<void> => {
  await call(`/api/incidents/${encodeURIComponent(key)}/retry`, { method: "POST", json: changed });
};

/** The diagram that a run was started with; version 0 is the copy of a draft. */
export const runDiagram = async ({ key, workflow, version }: Pick<Run, "key" | "workflow" | "version">) =>
  version === 0 ? diagramAt(at(key, "/diagram")) : versionDiagram(workflow, version);

export const versionDiagram = (workflow: string, version: number): Promise<string> =>
  diagramAt(`/api/workflows/${encodeURIComponent(workflow)}/versions/${version}`);

const diagramAt = async (path: string): Promise<string> =>
  (await call(path, { headers: { accept: "application/xml" } })).text();
