import { ApiProblem, call, callJson } from "./http.ts";

/** A draft that waits for a request at addresses of its own. */
export interface Listening {
  token: string;
  addresses: { elementId: string; method: string; url: string }[];
  expiresAt: string;
}

const at = (workflow: string) => `/api/workflows/${encodeURIComponent(workflow)}/draft/listen`;

/** Begins, or goes on for another half hour. */
export const startListening = (workflow: string): Promise<Listening> =>
  callJson(at(workflow), { method: "POST", json: {} });

export const currentListening = async (workflow: string): Promise<Listening | undefined> => {
  try {
    return await callJson<Listening>(at(workflow));
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
};

export const stopListening = async (workflow: string): Promise<void> => {
  await call(at(workflow), { method: "DELETE" });
};
