import type { ModdleObject } from "../model.ts";
import type { Found, Rule, Surroundings } from "./found.ts";
import { decisions } from "./rules/decisions.ts";
import { endlessLoops } from "./rules/endless-loops.ts";
import { names } from "./rules/names.ts";
import { references } from "./rules/references.ts";
import { required } from "./rules/required.ts";
import { unreachable } from "./rules/unreachable.ts";

const rules: Rule[] = [required, decisions, references, unreachable, endlessLoops, names];

/** What we ourselves look for; the broker's rules and expressions come beside it. */
export const ownProblems = (process: ModdleObject, around: Surroundings): Found[] =>
  rules.flatMap((rule) => rule(process, around));
