import { retryIncident } from "../../api/runs.ts";
import { sentence } from "../../panels/parts/messages.tsx";
import { toast } from "../../panels/parts/toasts.tsx";

/** Tries what failed again, with the values as they are. */
export async function retryAll(incidents: string[], changed: () => void): Promise<void> {
  try {
    for (const incident of incidents) await retryIncident(incident);
    toast({ text: incidents.length === 1 ? "The step is tried again." : "The steps are tried again." });
    changed();
  } catch (problem) {
    toast({ text: sentence(problem), failed: true });
  }
}
