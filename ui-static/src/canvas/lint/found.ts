import type { ConnectorInfo, Model, Problem } from "../../api/types.ts";
import type { KnownConnection } from "../connections/connections.ts";
import type { ModdleObject } from "../model.ts";

/** What a button can do about a problem; each is one step of undo. */
export type Fix = { label: string } & (
  | { does: "name" }
  | { does: "open"; field?: string }
  | { does: "remove"; elements: string[] }
  | { does: "connect"; from: string; to: string }
  | { does: "makeDefault"; flow: string }
  | { does: "addDefault" }
  | { does: "setInput"; input: string; value: string }
  | { does: "setHookConnection"; value: string }
  | { does: "newConnection"; fitting: string[] | undefined; hook: boolean }
);

/** A problem that the browser found, with what can be done about it. */
export interface Found extends Problem {
  about: string;
  fixes: Fix[];
  raw?: string;
}

/** What there is besides the drawing; connections are not known until they were asked for. */
export interface Surroundings {
  connectors: readonly ConnectorInfo[];
  models: readonly Model[];
  connections: readonly KnownConnection[] | undefined;
}

/** A rule looks at a workflow and says what is wrong with it. */
export type Rule = (process: ModdleObject, around: Surroundings) => Found[];

interface About {
  about: string;
  message: string;
  fix?: string;
  fixes?: Fix[];
  /** What the rule itself said, for engineers. */
  raw?: string;
}

const found = (severity: "error" | "warning", { id }: ModdleObject, what: About): Found => ({
  elementId: id,
  severity,
  fixes: [],
  ...what,
});

export const anError = (at: ModdleObject, what: About): Found => found("error", at, what);
export const aWarning = (at: ModdleObject, what: About): Found => found("warning", at, what);
