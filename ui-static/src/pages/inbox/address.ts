import type { EventKind, EventStatus } from "../../api/types.ts";
import { eventWord, kindWord } from "../../run/event-words.ts";

export interface InboxFilter {
  workflow: string;
  status: EventStatus | "";
  kind: EventKind | "";
  q: string;
}

export const everything: InboxFilter = { workflow: "", status: "", kind: "", q: "" };

const isStatus = (text: string): text is EventStatus => Object.hasOwn(eventWord, text);
const isKind = (text: string): text is EventKind => Object.hasOwn(kindWord, text);

/** The filter and the open event are in the address, so that everything can be linked to. */
export function readAddress(search: string): { filter: InboxFilter; event: string | undefined } {
  const query = new URLSearchParams(search);
  const status = query.get("status") ?? "";
  const kind = query.get("kind") ?? "";
  return {
    filter: {
      workflow: query.get("workflow") ?? "",
      status: isStatus(status) ? status : "",
      kind: isKind(kind) ? kind : "",
      q: query.get("q") ?? "",
    },
    event: query.get("event") ?? undefined,
  };
}

export function addressOf(filter: InboxFilter, event: string | undefined): string {
  const parts = Object.entries({ ...filter, event: event ?? "" });
  const query = new URLSearchParams(parts.filter(([, value]) => value !== ""));
  return query.size === 0 ? "" : `?${query}`;
}

export const isPlain = (filter: InboxFilter): boolean => addressOf(filter, undefined) === "";
