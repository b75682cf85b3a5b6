import { listModels } from "./connectors.ts";
import { callJson } from "./http.ts";

/** Times in milliseconds, of `count` answers of the last minutes; all 0 when there are none. */
export interface Times {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

export interface RouteNow {
  name: string;
  adapter: string;
  hardware: string;
  /** Whether that is known: measured, declared, vendor-stated or unknown. */
  evidence: string;
  state: string;
  load: { inFlight: number; limit: number; waiting: number };
  speed: { firstToken: Times; perToken: Times; answer: Times };
  /** Since the start; `cost` in US dollars, of those answers whose cost is known. */
  spent: { answers: number; cost: number; costUnknown: number; extra: number; cancelled: number };
  /** Why it did not answer, and how often, since the start. */
  causes: Record<string, number>;
}

/** An alias, its routes in the order of the settings. */
export interface ModelNow {
  alias: string;
  policy: string;
  routes: RouteNow[];
}

/** The list that steps choose from, with all that it says. */
export const modelsNow = listModels as () => Promise<ModelNow[]>;

/** Milliseconds; the median lies between `low` and `high` in 95 of 100 such comparisons. */
export interface Interval {
  count: number;
  median: number;
  low: number;
  high: number;
}

export interface RouteAnswer {
  text?: string;
  error?: string;
  /** Milliseconds. */
  latency: number;
  firstToken?: number;
  outputTokens?: number;
  /** US dollars; absent when it is not known. */
  cost?: number;
}

export interface ComparedRoute {
  name: string;
  hardware: string;
  evidence: string;
  /** Absent with too few answers for one. */
  latency?: Interval;
  /** In the order of the prompts. */
  answers: RouteAnswer[];
}

export interface Comparison {
  /** Absent when the answers do not tell. */
  fastest?: string;
  routes: ComparedRoute[];
}

/** What a comparison would take; `cost` is absent when it is not known. */
export interface Asks {
  calls: number;
  cost?: number;
}

export interface ComparisonRequest {
  prompts: string[];
  maxTokens: number;
}

const at = (alias: string) => `/api/models/${encodeURIComponent(alias)}/compare`;

/** Nothing is sent to a model yet. */
export const askComparison = async (alias: string, request: ComparisonRequest): Promise<Asks> =>
  (await callJson<{ asks: Asks }>(at(alias), { method: "POST", json: request })).asks;

/** Leaving by the signal ends it. */
export const compare = (
  alias: string,
  request: ComparisonRequest & { confirm: number },
  signal: AbortSignal,
): Promise<Comparison> => callJson(at(alias), { method: "POST", json: request, signal });
