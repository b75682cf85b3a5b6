import {
  CircleStop,
  Diamond,
  Hourglass,
  Inbox,
  Repeat,
  Sparkles,
  User,
  Workflow,
  Zap,
  type IconNode,
} from "lucide";
import type { Kind } from "../cards/describe.ts";
import type { ActionId, AddEntry } from "./entries.ts";

/** What people think in; each has one way or several. */
export interface Action {
  id: ActionId;
  label: string;
  hint: string;
  kind: Kind;
  drawing: IconNode;
}

const action = (id: ActionId, label: string, hint: string, kind: Kind, drawing: IconNode): Action => ({
  id,
  label,
  hint,
  kind,
  drawing,
});

export const actions: readonly Action[] = [
  action("arrives", "When something arrives", "What starts the workflow.", "trigger", Inbox),
  action("do", "Do something", "Read, call, publish, send.", "action", Zap),
  action("model", "Ask a model", "Write, sort, translate, sum up.", "model", Sparkles),
  action("decide", "Decide", "Go one way or another.", "decision", Diamond),
  action("each", "For each", "The same steps for every item of a list.", "decision", Repeat),
  action("wait", "Wait", "For a time, or for a reply.", "plain", Hourglass),
  action("person", "Ask a person", "Somebody approves or fills in.", "person", User),
  action("workflow", "Run another workflow", "Runs it and waits for its end.", "action", Workflow),
  action("end", "End", "This way ends here.", "plain", CircleStop),
];

/** An action with its ways, in the order of the palette. */
export interface Choice {
  action: Action;
  ways: AddEntry[];
}

/** The actions that have a way at all; before the connectors are known some have none yet. */
export const choicesAmong = (entries: readonly AddEntry[]): Choice[] =>
  actions
    .map((one) => ({ action: one, ways: entries.filter((entry) => entry.action === one.id) }))
    .filter(({ ways }) => ways.length > 0);
