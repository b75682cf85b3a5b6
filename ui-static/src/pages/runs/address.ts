import type { RunStatus } from "../../api/types.ts";
import { runStatusWord } from "../../run/words.ts";

export interface RunsFilter {
  workflow: string;
  status: RunStatus | "";
  q: string;
}

const isStatus = (text: string): text is RunStatus => Object.hasOwn(runStatusWord, text);

/** The filter is in the address, so that every list can be linked to. */
export function filterFromAddress(): RunsFilter {
  const query = new URLSearchParams(location.search);
  const status = query.get("status") ?? "";
  return {
    workflow: query.get("workflow") ?? "",
    status: isStatus(status) ? status : "",
    q: query.get("q") ?? "",
  };
}

export function writeAddress(filter: RunsFilter): void {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  const text = query.size === 0 ? "" : `?${query}`;
  history.replaceState(null, "", location.pathname + text);
}

export const isPlain = (filter: RunsFilter): boolean =>
  filter.workflow === "" && filter.status === "" && filter.q === "";
