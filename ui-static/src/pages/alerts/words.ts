import type { AlertKind, AlertRule, SentAlert } from "../../api/alerts.ts";

export const kindWord: Record<AlertKind, string> = {
  incident: "A step stops and waits for somebody",
  failedRun: "Runs of a workflow fail",
  backlog: "Events wait too long for their run",
  lag: "Runs are no longer seen",
};

/** Kinds that last for a while before anybody is told. */
export const lasts = (kind: AlertKind) => kind === "backlog" || kind === "lag";

/** When the rule tells, in a few words. */
export function when(rule: AlertRule): string {
  const what = kindWord[rule.on];
  return lasts(rule.on) ? `${what}: for ${span(rule.after ?? 300)}` : what;
}

export function span(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}

/** Where to, without what may be secret in an address. */
export function whereTo({ to }: AlertRule): string {
  if ("workflow" in to) return `workflow ${to.workflow}`;
  try {
    return new URL(to.url).host;
  } catch {
    return to.url;
  }
}

/** Why a rule cannot be saved yet; undefined when it can. */
export function missing(rule: AlertRule): string | undefined {
  if (rule.name.trim() === "") return "It needs a name.";
  if ("workflow" in rule.to) return rule.to.workflow === "" ? "Choose the workflow." : undefined;
  return /^https?:\/\/[^/\s]+/.test(rule.to.url) ? undefined : "The address begins with https://.";
}

export const stateWord: Record<SentAlert["state"], string> = {
  waiting: "on its way",
  sent: "told",
  failed: "not delivered",
  dropped: "not told",
};
