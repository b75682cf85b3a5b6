import type { Model } from "../../api/types.ts";
import { routeWords, standingOf, type Standing } from "../../run/model-words.ts";

/** A model as people choose it. */
export interface ModelChoice {
  alias: string;
  /** What it runs on, such as “openai on Trainium2 (declared)”. */
  about: string;
  standing: Standing;
  /** “ready”, or what is missing. */
  state: string;
}

/** A model can be asked as long as one of its routes can. */
export function choiceOf({ alias, routes }: Model): ModelChoice {
  const known = routes.map(({ state }) => standingOf(state));
  const best = (["ready", "busy", "missing", "unknown"] as const).flatMap((wanted) => known.filter(([standing]) => standing === wanted))[0];
  const [standing, state] = best ?? ["unknown", routes.length === 0 ? "no route is known" : ""];
  return { alias, about: [...new Set(routes.map(routeWords))].join(", "), standing, state };
}

/** Those that fit what is typed; all while the text is the chosen one's own name. */
export function fitting(choices: readonly ModelChoice[], typed: string, chosen: string): ModelChoice[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "" || typed === chosen) return [...choices];
  return choices.filter(({ alias, about }) => `${alias} ${about}`.toLowerCase().includes(wanted));
}
