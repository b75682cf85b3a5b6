/** What the engine answers. Keys (run, step, incident) are text; times are ISO-8601 in UTC. */

import type { RunAbout, Try } from "./run-about.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Variables = Record<string, Json>;

export type RunStatus = "running" | "waiting" | "completed" | "failed" | "cancelled";

/** A step's: `handled` when the diagram caught its error. */
export type Status = RunStatus | "handled";

export interface Run {
  key: string;
  workflow: string;
  /** What people call the workflow. */
  workflowName?: string;
  version: number;
  status: RunStatus;
  startedAt: string;
  endedAt?: string | null;
  trigger: string;
  /** By which people know it, such as an order's number. */
  businessKey?: string | null;
  /** In lists: why it stands, and the incidents to retry. */
  error?: string | null;
  incidentKeys?: string[] | null;
  incidents: number;
  cost: number | null;
}

export interface StepError {
  message: string;
  code?: string;
  incidentKey?: string;
  /** What the broker said, when that is more than the message. */
  raw?: string;
}

export interface Step {
  id: string;
  elementId: string;
  name: string;
  type: string;
  connector?: string | null;
  parentId?: string | null;
  status: Status;
  startedAt: string;
  endedAt?: string | null;
  attempts: number;
  input?: Variables | null;
  output?: Variables | null;
  error?: StepError | null;
  cost: number | null;
  /** Each attempt in its order, where the engine tells them apart. */
  tries?: Try[] | null;
  /** Of an item of a "for each": which one, counted from 1. */
  loop?: { index: number; of?: number | null } | null;
  nextTryAt?: string | null;
  retriesLeft?: number | null;
  /** A run-again answered it from what the first run had recorded. */
  recorded?: boolean | null;
  /** The run of another workflow that this step began. */
  calledRunKey?: string | null;
}

export interface RunDetails extends Run, RunAbout {
  /** Where the steps go on, when there are more than the engine gives at once. */
  stepsNext?: string | null;
  variables: Variables;
  steps: Step[];
}

export interface RunPage {
  items: Run[];
  next?: string | null;
  /** With `next`: up to which start the runs were looked through. */
  searchedTo?: string | null;
}

export interface Problem {
  elementId?: string | null;
  severity: "error" | "warning";
  message: string;
  fix?: string | null;
  /** Which part of the element, so that two who find the same can tell. */
  about?: string | null;
}

export interface Trigger {
  kind: "webhook" | "schedule" | "feed" | "form" | "none";
  label: string;
  elementId: string;
  method?: string | null;
  path?: string | null;
  auth?: string | null;
  response?: string | null;
  /** The coming times of a schedule. */
  next?: string[] | null;
  /** Times at which a schedule should have started a run, and did so later. */
  misfires?: { dueAt: string; firedAt: string }[] | null;
  url?: string | null;
  interval?: string | null;
  lastPolledAt?: string | null;
  lastError?: string | null;
  /** The page of a form. */
  href?: string | null;
}

export interface Workflow {
  id: string;
  name: string;
  status: "draft" | "published";
  /** What arrives waits, and schedules rest, until somebody resumes it. */
  paused?: boolean;
  version?: number | null;
  draft?: { updatedAt: string; baseVersion?: number | null } | null;
  triggers: Trigger[];
  runs: { today: number; failed: number };
  updatedAt: string;
}

export interface GalleryTemplate {
  id: string;
  name: string;
  summary: string;
}

export interface WorkflowList {
  items: Workflow[];
  templates: GalleryTemplate[];
}

export interface WorkflowDetails extends Workflow {
  versions: { version: number; publishedAt: string; publishedBy: string }[];
  problems: Problem[];
  /** JSON text; `{{base}}` stands for this server's address. */
  exampleInput?: string | null;
}

export interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  enum?: string[];
  default?: Json;
}

export interface ConnectorInfo {
  type: string;
  name: string;
  summary: string;
  icon: string;
  kind: "action" | "model";
  response: string;
  errors: { code: string; meaning: string }[];
  inputs: JsonSchema;
  /** Other words that people look for it by. */
  keywords?: string[];
  /** What a step does, with its inputs in braces: `Reads {url}[, at most {limit} items]`. */
  sentence?: string;
  /** What a call changes outside, and whether it may happen twice. */
  effect?: string;
}

export interface Model {
  alias: string;
  routes: { name: string; adapter: string; hardware: string; evidence: string; state: string }[];
}

export interface Session {
  name: string;
  role: "viewer" | "author" | "operator" | "admin";
}

/** What an event of the inbox has come to; the words for people are in `run/event-words`. */
export type EventStatus =
  | "accepted"
  | "started"
  | "correlated"
  | "answered"
  | "waiting"
  | "duplicate"
  | "rejected"
  | "dead";

export type EventKind = "webhook" | "feed" | "form" | "api" | "cli" | "browser";

export interface InboxEvent {
  id: string;
  receivedAt: string;
  kind: EventKind;
  workflow: string;
  elementId?: string | null;
  method?: string | null;
  path?: string | null;
  status: EventStatus;
  reason?: string | null;
  runKey?: string | null;
  /** In bytes. */
  size: number;
  auth?: string | null;
  replayOf?: string | null;
  duplicateOf?: string | null;
  attempts: number;
  updatedAt: string;
  draft?: boolean;
}

export interface StoredDocument {
  id: string;
  name: string;
  contentType: string;
  size: number;
  href: string;
}

export interface InboxEventDetails extends InboxEvent {
  request: Variables;
  documents: StoredDocument[];
  variables: Variables;
}

export interface InboxPage {
  items: InboxEvent[];
  next?: string | null;
  counts: Partial<Record<EventStatus, number>>;
  backlog: { count: number; oldestAt?: string | null };
}
