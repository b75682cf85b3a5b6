import { ApiProblem, call, callJson } from "./http.ts";

/** A draft that waits for a request at addresses of its own. */
export interface Listening {
  token: string;
  addresses: { elementId: string; method: string; url: string }[];
  expiresAt: string;
}

const at = (workflow: string) => `/api/workflows/${encodeURIComponent(workflow)}/draft/listen`;

/** Begins, or goes on for another half hour. */
export const startListening = async (workflow: string): Promise<Listening> =>
  absolute(await callJson<Listening>(at(workflow), { method: "POST", json: {} }));

export const currentListening = async (workflow: string): Promise<Listening | undefined> => {
  try {
    return absolute(await callJson<Listening>(at(workflow)));
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
};

/** The engine gives paths: it need not know the address that this browser reaches it at. */
const absolute = (listening: Listening): Listening => ({
  ...listening,
  addresses: listening.addresses.map((one) => ({
    ...one,
    url: new URL(one.url, location.origin).href,
  })),
});

export const stopListening = async (workflow: string): Promise<void> => {
  await call(at(workflow), { method: "DELETE" });
};
