import type { Workflow } from "../../api/types.ts";
import type { IconName } from "../parts/icon.tsx";

export interface Command {
  group: string;
  icon: IconName;
  label: string;
  hint?: string;
  act: () => void;
}

export const placesToGo = (keys: () => void): Command[] => [
  { group: "Go to", icon: "workflows", label: "Workflows", act: () => location.assign("/") },
  { group: "Go to", icon: "activity", label: "Runs", act: () => location.assign("/runs") },
  { group: "Go to", icon: "inbox", label: "Inbox", act: () => location.assign("/inbox") },
  {
    group: "Go to",
    icon: "warning",
    label: "What is stuck in the inbox",
    act: () => location.assign("/inbox?status=dead"),
  },
  {
    group: "Go to",
    icon: "connections",
    label: "Connections",
    act: () => location.assign("/connections"),
  },
  {
    group: "Go to",
    icon: "connectors",
    label: "Connectors",
    act: () => location.assign("/connectors"),
  },
  { group: "Go to", icon: "models", label: "Models", act: () => location.assign("/models") },
  { group: "Go to", icon: "bell", label: "Alerts", act: () => location.assign("/alerts") },
  {
    group: "Create",
    icon: "add",
    label: "New workflow",
    act: () => location.assign("/?new=blank"),
  },
  {
    group: "Create",
    icon: "gallery",
    label: "New workflow from a template",
    act: () => location.assign("/?new=template"),
  },
  {
    group: "Create",
    icon: "connections",
    label: "New connection",
    act: () => location.assign("/connections?new"),
  },
  { group: "Help", icon: "keyboard", label: "Keyboard keys", act: keys },
];

export const workflowCommands = (workflows: Workflow[]): Command[] =>
  workflows.flatMap((workflow) => {
    const id = encodeURIComponent(workflow.id);
    const open: Command = {
      group: "Open",
      icon: "edit",
      label: workflow.name,
      act: () => location.assign(`/designer?workflow=${id}`),
    };
    const run: Command = {
      group: "Run",
      icon: "run",
      label: `Run ${workflow.name}`,
      act: () => location.assign(`/?run=${id}`),
    };
    return workflow.version == null ? [open] : [open, run];
  });

/** Every word of the text stands somewhere in the label; labels that begin with it come first. */
export function matching(commands: Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands
    .filter((command) => {
      const line = `${command.label} ${command.group}`.toLowerCase();
      return words.every((word) => line.includes(word));
    })
    .sort((a, b) => begins(b, words[0]) - begins(a, words[0]));
}

const begins = (command: Command, word: string | undefined) =>
  word !== undefined && command.label.toLowerCase().startsWith(word) ? 1 : 0;
