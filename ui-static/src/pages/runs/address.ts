import type { RunFilter } from "../../api/runs.ts";
import type { Run, RunStatus } from "../../api/types.ts";
import { runStatusWord } from "../../run/words.ts";
import { parseCondition } from "./value-condition.ts";

export interface RunsFilter {
  workflow: string;
  status: RunStatus | "";
  q: string;
  version: string;
  trigger: string;
  businessKey: string;
  /** The last hour, day, week or month. */
  last: Last | "";
  from: string;
  to: string;
  value: string[];
}

export type Last = "1h" | "24h" | "7d" | "30d";

export const lastWords: Record<Last, string> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

const hours: Record<Last, number> = { "1h": 1, "24h": 24, "7d": 168, "30d": 720 };

export const everything: RunsFilter = {
  workflow: "",
  status: "",
  q: "",
  version: "",
  trigger: "",
  businessKey: "",
  last: "",
  from: "",
  to: "",
  value: [],
};

const isStatus = (text: string): text is RunStatus => Object.hasOwn(runStatusWord, text);
const isLast = (text: string): text is Last => Object.hasOwn(lastWords, text);

/** The filter is in the address, so that every list can be linked to and saved. */
export function readFilter(search: string): RunsFilter {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? "";
  const status = text("status");
  const last = text("last");
  return {
    workflow: text("workflow"),
    status: isStatus(status) ? status : "",
    q: text("q"),
    version: /^\d{1,9}$/.test(text("version")) ? text("version") : "",
    trigger: text("trigger"),
    businessKey: text("businessKey"),
    last: isLast(last) ? last : "",
    from: isTime(text("from")) ? text("from") : "",
    to: isTime(text("to")) ? text("to") : "",
    value: query.getAll("value").filter((one) => parseCondition(one) !== undefined).slice(0, 10),
  };
}

const isTime = (text: string) => text !== "" && !Number.isNaN(Date.parse(text));

/** The query string, without the question mark. */
export function queryOf(filter: RunsFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter) as [string, string | string[]][]) {
    for (const one of typeof value === "string" ? [value] : value) {
      if (one !== "") query.append(name, one);
    }
  }
  return query.toString();
}

export function writeAddress(filter: RunsFilter): void {
  const query = queryOf(filter);
  history.replaceState(null, "", location.pathname + (query === "" ? "" : `?${query}`));
}

export const isPlain = (filter: RunsFilter): boolean => queryOf(filter) === "";

/** What the engine is asked, seen from now. */
export function wantedNow({ last, from, to, ...rest }: RunsFilter, now: number): RunFilter {
  const since = last === "" ? from : new Date(now - hours[last] * 3_600_000).toISOString();
  const time = (text: string) => (text === "" ? "" : new Date(text).toISOString());
  return { ...rest, q: rest.q.trim(), from: time(since), to: last === "" ? time(to) : "" };
}

/** Whether a run belongs into the list, as far as that can be told from the run alone. */
export function surelyFits(filter: RunsFilter, run: Run): boolean {
  const is = (wanted: string, value: string) => wanted === "" || wanted === value;
  return (
    filter.q.trim() === "" &&
    filter.value.length === 0 &&
    filter.to === "" &&
    is(filter.status, run.status) &&
    is(filter.workflow, run.workflow) &&
    is(filter.version, `${run.version}`) &&
    is(filter.trigger, run.trigger) &&
    is(filter.businessKey, run.businessKey ?? "")
  );
}

export const sinceNow = (last: Last, now: number): string =>
  new Date(now - hours[last] * 3_600_000).toISOString();
