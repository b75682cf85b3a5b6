export type Standing = "ready" | "busy" | "missing" | "unknown";

const states: Record<string, [Standing, string]> = {
  ready: ["ready", "ready"],
  saturated: ["busy", "busy just now"],
  warming: ["busy", "being loaded"],
  open: ["busy", "not answering just now"],
  "no-key": ["missing", "its key is missing"],
};

/** Whether a route can be asked, and that in words. */
export const standingOf = (state: string): [Standing, string] => states[state] ?? ["unknown", state];

interface OnHardware {
  adapter: string;
  hardware: string;
  evidence: string;
}

/** "openai on Trainium2 (declared)". */
export function routeWords({ adapter, hardware, evidence }: OnHardware): string {
  if (hardware === "" || /^(unknown|none)$/i.test(hardware)) return adapter;
  return `${adapter} on ${hardware}${evidence === "" || evidence === "measured" ? "" : ` (${evidence})`}`;
}

const policies: Record<string, string> = {
  pinned: "The first route that can answer.",
  cheapest: "The cheapest route that is fast enough.",
  fastest: "The fastest route within the price.",
  weighted: "Each route gets its share.",
  shadow: "The first route answers; the last is asked beside it, and its answer is dropped.",
};

export const policyWords = (policy: string): string => policies[policy] ?? policy;

const causes: Record<string, string> = {
  throttled: "too many requests",
  quota: "the quota is used up",
  warming: "the model was being loaded",
  transient: "the server or the way to it failed",
  "model-error": "the model failed",
  "too-long": "the prompt was too long",
  refused: "the model refused to answer",
  "bad-request": "the request was not understood",
  auth: "the key was not accepted",
  truncated: "the answer was cut off",
  cancelled: "nobody waited any more",
};

/** "3 × too many requests, 1 × the key was not accepted"; the most frequent first. */
export const causeWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([cause, count]) => `${count} × ${causes[cause] ?? cause}`)
    .join(", ");

/** "4.2 ms", "310 ms", "1.25 s"; finer than a step's duration, since routes are compared by it. */
export function milliseconds(time: number): string {
  if (time < 10) return `${time.toFixed(1)} ms`;
  return time < 1_000 ? `${Math.round(time)} ms` : `${(time / 1_000).toFixed(time < 10_000 ? 2 : 1)} s`;
}
