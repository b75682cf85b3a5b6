import { call, callJson } from "./http.ts";
import type { Session } from "./types.ts";

export const signIn = async (proof: { code: string } | { token: string }): Promise<void> => {
  await call("/api/session", { method: "POST", json: proof, anonymous: true });
};

export const currentSession = (): Promise<Session> => callJson("/api/session");

export const signOut = async (): Promise<void> => {
  await call("/api/session", { method: "DELETE", anonymous: true });
};
