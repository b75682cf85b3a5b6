import { callJson } from "./http.ts";
import type { Variables } from "./types.ts";

/**
 * Runs the caller's draft once, as a copy. `values` are what the start would have got: a request's
 * body, a feed's entry, a form's fields. What arrived before runs on a draft by a replay.
 */
export const runDraft = (
  workflow: string,
  wish: { start?: string; values: Variables },
): Promise<{ eventId: string }> =>
  callJson(`/api/workflows/${encodeURIComponent(workflow)}/draft/run`, { method: "POST", json: wish });
