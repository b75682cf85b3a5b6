import { callJson } from "./http.ts";

export type AlertKind = "incident" | "failedRun" | "backlog" | "lag";

export interface AlertRule {
  id?: string;
  name: string;
  on: AlertKind;
  /** Only this workflow's; all when there is none. */
  workflow?: string;
  /** Seconds that a backlog or a lag must last. */
  after?: number;
  to: { url: string; connection?: string } | { workflow: string };
  enabled: boolean;
}

export interface AlertRules {
  rules: AlertRule[];
  /** Under which address people reach this Wireroom; it goes into the links. */
  address: string;
}

export interface SentAlert {
  id: string;
  ruleId: string;
  rule: string;
  on: AlertKind;
  text: string;
  error?: string;
  count: number;
  firstAt: string;
  lastAt: string;
  resolvedAt?: string;
  link: string;
  state: "waiting" | "sent" | "failed" | "dropped";
  attempts: number;
  sentAt?: string;
  nextAt?: string;
  /** Why the last attempt did not arrive. */
  failure?: string;
}

export const readRules = (): Promise<AlertRules> => callJson("/api/alerts");

export const saveRules = (rules: AlertRules): Promise<AlertRules> =>
  callJson("/api/alerts", { method: "PUT", json: rules });

export const listSent = (): Promise<{ items: SentAlert[] }> => callJson("/api/alerts/sent");
