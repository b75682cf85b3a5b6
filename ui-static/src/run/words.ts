import type { Run, RunStatus, Status, Step } from "../api/types.ts";

/** What an editor reads; the engineer's word stays in the details. */
export const runStatusWord: Record<RunStatus, string> = {
  running: "Running",
  waiting: "Waiting",
  completed: "Done",
  failed: "Needs repair",
  cancelled: "Cancelled",
};

export const statusWord: Record<Status, string> = { ...runStatusWord, handled: "Handled" };

export const isStatus = (word: string): word is Status => Object.hasOwn(statusWord, word);

const elementWords: Record<string, string> = {
  startEvent: "Start",
  endEvent: "End",
  intermediateCatchEvent: "Wait",
  intermediateThrowEvent: "Signal",
  boundaryEvent: "Exception",
  exclusiveGateway: "Decision",
  inclusiveGateway: "Decision",
  parallelGateway: "Split or join",
  eventBasedGateway: "Wait for the first",
  serviceTask: "Action",
  sendTask: "Action",
  scriptTask: "Script",
  businessRuleTask: "Rule",
  userTask: "Person",
  manualTask: "Person",
  receiveTask: "Wait",
  subProcess: "Group",
  callActivity: "Other workflow",
  multiInstanceBody: "For each item",
};

export const elementWord = (type: string): string =>
  elementWords[type.replace(/^bpmn:/, "").replace(/^./, (first) => first.toLowerCase())] ?? type;

export const stepName = (step: Step): string =>
  step.name !== "" ? step.name : elementWord(step.type);

export const triggerWords: Record<string, string> = {
  webhook: "a webhook",
  feed: "a feed",
  form: "a form",
  api: "the API",
  cli: "the command line",
  browser: "the browser",
  schedule: "a schedule",
  workflow: "another workflow",
};

export const workflowName = (run: Run): string => run.workflowName ?? run.workflow;

export const triggerWord = (trigger: string): string => triggerWords[trigger] ?? trigger;

export const startedBy = (run: Run): string => triggerWord(run.trigger);

/** A copy of a draft has no version. */
export const versionWord = ({ version }: Pick<Run, "version">): string => (version === 0 ? "draft" : `v${version}`);

/** "1.2 s", "3 min 04 s", "2 h 10 min". */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 2_880) return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
  return `${Math.round(minutes / 1_440)} days`;
}

export function lasted(from: string, to: string | null | undefined, now: number): string {
  return duration((to == null ? now : Date.parse(to)) - Date.parse(from));
}

/** "just now", "12 min ago", "yesterday 14:05", "3 Nov, 14:05". */
export function relative(time: string, now: number): string {
  const then = new Date(time);
  const seconds = Math.round((now - then.getTime()) / 1_000);
  if (seconds < 10) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  const clock = `${pad(then.getHours())}:${pad(then.getMinutes())}`;
  const days = dayNumber(new Date(now)) - dayNumber(then);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `yesterday ${clock}`;
  const day = then.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  return days < 300 ? `${day}, ${clock}` : `${day} ${then.getFullYear()}`;
}

/** "in 12 min", "today 15:00", "tomorrow 07:00", "Mon 30 Nov, 07:00"; past times as "now". */
export function upcoming(time: string, now: number): string {
  const then = new Date(time);
  const minutes = Math.round((then.getTime() - now) / 60_000);
  if (then.getTime() <= now) return "now";
  if (minutes < 1) return "within a minute";
  if (minutes < 60) return `in ${minutes} min`;
  const clock = `${pad(then.getHours())}:${pad(then.getMinutes())}`;
  const days = dayNumber(then) - dayNumber(new Date(now));
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `tomorrow ${clock}`;
  const day = then.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  return `${day}, ${clock}`;
}

export const exact = (time: string): string =>
  new Date(time).toLocaleString("en-GB", { dateStyle: "full", timeStyle: "medium" });

const pad = (number: number) => String(number).padStart(2, "0");

const dayNumber = (date: Date) =>
  Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
