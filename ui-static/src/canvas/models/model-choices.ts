import type { Model } from "../../api/types.ts";

export type Standing = "ready" | "busy" | "missing" | "unknown";

/** A model as people choose it. */
export interface ModelChoice {
  alias: string;
  /** What it runs on, such as “openai on Trainium2 (declared)”. */
  about: string;
  standing: Standing;
  /** “ready”, or what is missing. */
  state: string;
}

const states: Record<string, [Standing, string]> = {
  ready: ["ready", "ready"],
  saturated: ["busy", "busy just now"],
  warming: ["busy", "being loaded"],
  open: ["busy", "not answering just now"],
  "no-key": ["missing", "its key is missing"],
};

/** A model can be asked as long as one of its routes can. */
export function choiceOf({ alias, routes }: Model): ModelChoice {
  const known = routes.map(({ state }) => states[state] ?? (["unknown", state] as const));
  const best = (["ready", "busy", "missing", "unknown"] as const).flatMap((wanted) => known.filter(([standing]) => standing === wanted))[0];
  const [standing, state] = best ?? ["unknown", routes.length === 0 ? "no route is known" : ""];
  return { alias, about: [...new Set(routes.map(routeWords))].join(", "), standing, state };
}

function routeWords({ adapter, hardware, evidence }: Model["routes"][number]): string {
  if (hardware === "" || /^(unknown|none)$/i.test(hardware)) return adapter;
  return `${adapter} on ${hardware}${evidence === "" || evidence === "measured" ? "" : ` (${evidence})`}`;
}

/** Those that fit what is typed; all while the text is the chosen one's own name. */
export function fitting(choices: readonly ModelChoice[], typed: string, chosen: string): ModelChoice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "" || typed === chosen) return [...choices];
  return choices.filter(({ alias, about }) => `${alias} ${about}`.toLowerCase().includes(wanted));
}
