import { ApiProblem, call, callJson } from "./http.ts";
import type { Problem, Variables, WorkflowDetails, WorkflowList } from "./types.ts";

/** A draft as the engine keeps it; `etag` goes back with the next change. */
export interface Draft {
  xml: string;
  etag: string;
  baseVersion: number | undefined;
  /** None when it is the published version as it is. */
  savedAt: string | undefined;
}

export interface SavedDraft {
  etag: string;
  problems: Problem[];
  updatedAt: string;
  baseVersion: number | undefined;
}

const at = (id: string, rest = "") => `/api/workflows/${encodeURIComponent(id)}${rest}`;

export const listWorkflows = (): Promise<WorkflowList> => callJson("/api/workflows");

export const readWorkflow = (id: string): Promise<WorkflowDetails> => callJson(at(id));

export async function readDraft(id: string): Promise<Draft> {
  const answer = await call(at(id, "/draft"), { headers: { accept: "application/xml" } });
  const base = answer.headers.get("Wireroom-Base-Version");
  return {
    xml: await answer.text(),
    etag: answer.headers.get("ETag") ?? "",
    baseVersion: base === null ? undefined : Number(base),
    savedAt: answer.headers.get("Wireroom-Saved-At") ?? undefined,
  };
}

/**
 * `etag` undefined creates the draft of a workflow that does not exist yet; `baseVersion` puts a
 * draft on a newer version than the one it began with.
 */
export async function saveDraft(
  id: string,
  xml: string,
  etag: string | undefined,
  baseVersion?: number,
): Promise<SavedDraft> {
  const headers: Record<string, string> = {};
  if (etag !== undefined) headers["If-Match"] = etag;
  if (baseVersion !== undefined) headers["Wireroom-Base-Version"] = String(baseVersion);
  const answer = await call(at(id, "/draft"), { method: "PUT", xml, headers });
  const body = (await answer.json()) as {
    problems: Problem[];
    updatedAt: string;
    baseVersion?: number | null;
  };
  return {
    etag: answer.headers.get("ETag") ?? "",
    problems: body.problems,
    updatedAt: body.updatedAt,
    baseVersion: body.baseVersion ?? undefined,
  };
}

export const discardDraft = async (id: string): Promise<void> => {
  await call(at(id, "/draft"), { method: "DELETE" });
};

/** `problems` are warnings: what will stop runs unless somebody mends it. */
export const publish = (id: string): Promise<{ version: number; problems?: Problem[] }> =>
  callJson(at(id, "/publish"), { method: "POST", json: {} });

export const startRun = (id: string, variables: Variables): Promise<{ runKey: string }> =>
  callJson(at(id, "/runs"), { method: "POST", json: variables });

/** What arrives for a paused workflow waits; runs that are under way go on. */
export const setPaused = (id: string, paused: boolean): Promise<{ paused: boolean }> =>
  callJson(at(id, paused ? "/pause" : "/resume"), { method: "POST", json: {} });

export const createFromTemplate = (template: string): Promise<{ id: string }> =>
  callJson(`/api/templates/gallery/${encodeURIComponent(template)}`, { method: "POST", json: {} });

/** The input that the workflow's folder gives as an example, as JSON text. */
export const exampleInput = async (id: string): Promise<string> => {
  try {
    const { exampleInput: text } = await readWorkflow(id);
    return (text ?? "{}").replaceAll("{{base}}", location.origin);
  } catch (problem) {
    if (problem instanceof ApiProblem) return "{}";
    throw problem;
  }
};
