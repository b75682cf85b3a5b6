import { callJson } from "./http.ts";
import type { EventKind, EventStatus, InboxEventDetails, InboxPage } from "./types.ts";

export interface EventFilter {
  workflow?: string;
  status?: EventStatus | "";
  kind?: EventKind | "";
  q?: string;
  cursor?: string;
  limit?: number;
}

export type ReplayVersion = "same" | "newest" | "draft";

export interface Replayed {
  id: string;
  eventId?: string | null;
  error?: string | null;
}

export function listEvents(filter: EventFilter): Promise<InboxPage> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return callJson(`/api/inbox?${query}`);
}

const at = (id: string, rest = "") => `/api/inbox/${encodeURIComponent(id)}${rest}`;

export const readEvent = (id: string): Promise<InboxEventDetails> => callJson(at(id));

export const replayEvent = (id: string, version: ReplayVersion): Promise<{ eventId: string }> =>
  callJson(at(id, "/replay"), { method: "POST", json: { version } });

export const replayEvents = async (ids: string[], version: ReplayVersion): Promise<Replayed[]> => {
  const json = { ids, version };
  const answer = callJson<{ results: Replayed[] }>("/api/inbox/replay", { method: "POST", json });
  return (await answer).results;
};
