import type { HistoryState } from "../../src/api/history.ts";
import type { Comparison, ModelNow } from "../../src/api/models.ts";
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { Dashboard } from "../../src/api/dashboard.ts";
import type { AlertRules } from "../../src/api/alerts.ts";
import type { Batch } from "../../src/api/again.ts";
import type { StoredConnection } from "../../src/api/connections.ts";
import type { Listening } from "../../src/api/listening.ts";
import type { Evaluated } from "../../src/api/expressions.ts";
import type { InboxEventDetails, InboxPage, Json, Model, Problem, RunDetails, Step, Variables, Workflow } from "../../src/api/types.ts";
import type { Trial } from "../../src/api/trials.ts";
import type { PersonStep } from "../../src/api/tasks.ts";
import { someRules } from "./alerts.ts";
import type { Answer } from "./answers.ts";
import { templates } from "./connectors.ts";
import { connections } from "./connections.ts";
import { eventOf, someEvents } from "./inbox.ts";
import { aDay } from "./monitor.ts";
import { newsroomRun, olderRuns } from "./runs.ts";
import { lookStep } from "./tasks.ts";
import { aTrial, type TriedStep } from "./trials.ts";
import { workflows } from "./workflows.ts";

export const diagram = (name: string) =>
  readFileSync(new URL(`../../../workflows/${name}/${name}.bpmn`, import.meta.url), "utf8");

export interface Drawn {
  xml: string;
  etag: string;
  baseVersion?: number;
}

/** Everything the scripted engine knows; tests change it and push events. */
export class World {
  signedIn = true;
  codes = new Set(["one-time"]);
  workflows: Workflow[] = workflows();
  drafts = new Map<string, Drawn>([
    ["newsroom", { xml: diagram("newsroom"), etag: '"version-3"', baseVersion: 3 }],
  ]);
  runs = new Map<string, RunDetails>(
    [newsroomRun(), ...olderRuns()].map((run) => [run.key, run]),
  );
  problems: Problem[] = [];
  /** What every expression comes to. */
  evaluated: Evaluated = { kind: "text", value: "The harbour opens", notes: [] };
  saved = new Map<string, string>([["Late orders", "status=waiting&last=7d"]]);
  dashboard: Dashboard = aDay();
  /** The last question of the dashboard. */
  asked = new URLSearchParams();
  againMany: { keys: string[]; done: number } = { keys: [], done: 0 };
  events: InboxEventDetails[] = someEvents();
  backlog: InboxPage["backlog"] = { count: 0 };
  history: HistoryState = { lagSeconds: 1, diskFreeBytes: 50e9, unknownRecords: 0, readOnly: false };
  connections: StoredConnection[] = connections();
  /** What was sent to be stored, by name: the values leave the engine by no other way. */
  stored = new Map<string, object>();
  templates: Json = templates;
  listening: Listening | undefined;
  /** What the draft was run with, and the answer to the next try, or undefined for success. */
  draftsRun: { start?: string; values: Variables }[] = [];
  tryRefusal: Answer | undefined;
  /** The answer to the next publish, or undefined for success. */
  publishRefusal: { status: number; json: object } | undefined;
  /** What people sent by the form, and the answer to the next ones when they are refused. */
  submissions: object[] = [];
  formRefusal: { status: number; json: object } | undefined;
  /** Behind which change each stream of everything began; empty for a new one. */
  resumed: string[] = [];
  personStep: PersonStep = lookStep();
  alerts: AlertRules = someRules();
  /** What was repaired, and incidents that somebody else repairs in the same moment. */
  repairs: { incident: string; changed: object }[] = [];
  stubborn = new Set<string>();
  modified: object[] = [];
  /** Steps that a newer version does not have any more. */
  goneInNewVersion: { elementId: string; name: string; reason: string }[] = [];
  /** The broker's answer to the next move or change of steps, when it refuses. */
  moveRefusal: Answer | undefined;
  againRefusal: Answer | undefined;
  /** What people answered about calls whose answer never came, by the effect's key. */
  settled = new Map<string, object>();
  again: object[] = [];
  models = ["headline-writer"];
  routes = new Map<string, Model["routes"]>();
  /** Models with all that their page shows. */
  modelsNow: ModelNow[] = [];
  compared: Comparison | undefined;
  tried: TriedStep[] = [];
  trial: (tried: TriedStep) => Trial | Promise<Trial> = aTrial;
  batches = new Map<string, Batch>();
  /** The bytes of the document store. */
  kept = new Map<string, { contentType: string; text: string }>();
  #streams = new Map<ServerResponse, string>();
  #seq = 100;
  #saves = 0;

  nextEtag(): string {
    return `"draft-${++this.#saves}"`;
  }

  /** Keeps the response open when the path is one of the event streams. */
  stream(path: string, response: ServerResponse, after: string | null): boolean {
    const key = /^\/api\/runs\/([^/]+)\/events$/.exec(path)?.[1];
    if (key === undefined && path !== "/api/events") return false;
    if (key === undefined) this.resumed.push(after ?? "");
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": hello\n\n");
    this.#streams.set(response, key ?? "");
    response.on("close", () => this.#streams.delete(response));
    const run = key === undefined ? undefined : this.runs.get(key);
    if (run !== undefined) {
      this.#send(response, "run", runOf(run));
      for (const step of run.steps) this.#send(response, "step", stepOf(run.key, step));
    }
    return true;
  }

  /** Changes a run and tells everybody who listens. */
  change(key: string, act: (run: RunDetails) => Step[]): void {
    const run = this.runs.get(key);
    if (run === undefined) throw new Error(`no run ${key}`);
    const steps = act(run);
    this.#seq++;
    for (const [response, wanted] of this.#streams) {
      if (wanted === key || wanted === "") this.#send(response, "run", runOf(run));
      if (wanted !== key) continue;
      for (const step of steps) this.#send(response, "step", stepOf(key, step));
    }
  }

  /** A run begins: it is the newest. */
  begin(run: RunDetails): void {
    this.runs.set(run.key, run);
    this.change(run.key, () => []);
  }

  /** Something arrives: it is the newest of the inbox, and everybody hears of it. */
  arrive(event: InboxEventDetails): void {
    this.events = [event, ...this.events];
    this.tell("inbox", eventOf(event));
  }

  changeEvent(id: string, change: Partial<InboxEventDetails>): void {
    const updatedAt = new Date().toISOString();
    this.events = this.events.map((one) => (one.id === id ? { ...one, updatedAt, ...change } : one));
    const changed = this.events.find((one) => one.id === id);
    if (changed !== undefined) this.tell("inbox", eventOf(changed));
  }

  /** Sends an event to everybody who listens to everything. */
  tell(event: string, data: object): void {
    this.#seq++;
    for (const [response, wanted] of this.#streams) {
      if (wanted === "") this.#send(response, event, data);
    }
  }

  /** How many streams are open now. */
  get listeners(): number {
    return this.#streams.size;
  }

  /** A step writes; everybody who looks at its run is told. */
  write(key: string, step: string, at: number, text: string): void {
    for (const [response, wanted] of this.#streams) {
      if (wanted === key) response.write(`event: text\ndata: ${JSON.stringify({ runKey: key, step, at, text })}\n\n`);
    }
  }

  dropStreams(): void {
    for (const response of this.#streams.keys()) response.destroy();
  }

  #send(response: ServerResponse, event: string, data: object): void {
    response.write(`id: ${this.#seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

export function runOf(details: RunDetails): object {
  const { steps: _, variables: __, ...run } = details;
  return run;
}

function stepOf(runKey: string, step: Step): object {
  const { input: _, output: __, ...rest } = step;
  return { runKey, ...rest };
}
