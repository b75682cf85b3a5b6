import search from "diagram-js/lib/features/search/search";
import { tellingWords } from "../add-step/find-entries.ts";

type Search = typeof search;

/** "Send an email" finds what has "send" and "email": words that say nothing do not count. */
export const forgivingSearch: Search = (items, pattern, options) =>
  search(items, tellingWords(pattern).join(" ") || pattern, options);
