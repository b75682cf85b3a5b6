import { setPaused } from "../../api/workflows.ts";
import type { MenuItem } from "../parts/menu.tsx";
import { sentence } from "../parts/messages.tsx";
import { toast } from "../parts/toasts.tsx";

interface Pausable {
  id: string;
  name: string;
  paused: boolean;
  published: boolean;
}

/** The menu's entry that pauses a workflow, or lets it go on. */
export function pauseItem(workflow: Pausable, changed: (paused: boolean) => void): MenuItem {
  const { id, name, paused, published } = workflow;
  const set = async (to: boolean) => {
    try {
      await setPaused(id, to);
      changed(to);
      toast({
        text: to
          ? `${name} is paused. What arrives for it waits in the inbox.`
          : `${name} goes on. What has waited starts now, in its order.`,
        action: { label: to ? "Resume" : "Pause again", act: () => void set(!to) },
      });
    } catch (problem) {
      toast({ text: sentence(problem), failed: true });
    }
  };
  return paused
    ? {
        icon: "run",
        label: "Resume",
        help: "What has waited starts, in its order; schedules and feeds go on.",
        act: () => void set(false),
      }
    : {
        icon: "pause",
        label: "Pause",
        help: published
          ? "What arrives is stored and waits; schedules and feeds rest. Runs that are under way go on."
          : "It is not published: nothing starts it yet.",
        disabled: !published,
        act: () => void set(true),
      };
}
