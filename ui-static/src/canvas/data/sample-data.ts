import { listEvents, readEvent } from "../../api/inbox.ts";
import { listRuns, readRun } from "../../api/runs.ts";
import type { InboxEvent, InboxEventDetails, Run, RunDetails } from "../../api/types.ts";
import { hasEnded } from "../../run/run-state.ts";
import { relative, runStatusWord } from "../../run/words.ts";
import { Examples, type Example } from "./examples.ts";

/** A run or a captured request whose values can be looked at. */
export interface Source {
  id: string;
  label: string;
}

export type Sample = { source: Source } & (
  | { is: "run"; run: RunDetails; event: InboxEventDetails | undefined }
  | { is: "request"; event: InboxEventDetails }
);

interface EventBus {
  fire(event: string): void;
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

const soonest = 2_000;

/** The values of the last run, or of a captured request, or of what a person chose instead. */
export class SampleData {
  static $inject = ["eventBus"];

  sources: readonly Source[] = [];
  sample: Sample | undefined;
  /** What steps gave when they were tried; it stands in for what the run has. */
  examples: Examples | undefined;
  readonly #eventBus: EventBus;
  #workflow: string | undefined;
  #wanted: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(eventBus: EventBus) {
    this.#eventBus = eventBus;
    eventBus.on("diagram.destroy", () => {
      clearTimeout(this.#timer);
      this.#workflow = undefined;
    });
  }

  of(workflow: string): void {
    this.#workflow = workflow;
    this.examples = new Examples(localStorage, workflow);
    void this.#read();
  }

  /** Keeps an example of a step, or takes it away. */
  keepExample(element: string, example: Example | undefined): void {
    if (example === undefined) this.examples?.drop(element);
    else this.examples?.keep(element, example);
    this.#eventBus.fire("sampleData.changed");
  }

  choose(id: string): void {
    this.#wanted = id;
    void this.#read();
  }

  /** Something happened; however much it is, it is read once in a while. */
  renew(): void {
    if (this.#workflow === undefined) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#read();
    }, soonest);
  }

  onChange(act: () => void): () => void {
    this.#eventBus.on("sampleData.changed", act);
    return () => this.#eventBus.off("sampleData.changed", act);
  }

  async #read(): Promise<void> {
    const workflow = this.#workflow;
    if (workflow === undefined) return;
    try {
      const [runs, events] = await Promise.all([
        listRuns({ workflow, limit: 5 }),
        listEvents({ workflow, limit: 5 }),
      ]);
      const started = new Set(runs.items.map(({ key }) => key));
      const requests = events.items.filter(({ runKey }) => runKey == null || !started.has(runKey));
      const sources = [...runs.items.map(ofRun), ...requests.map(ofEvent)];
      const chosen = sources.find(({ id }) => id === this.#wanted) ?? sources[0];
      const sample = chosen === undefined ? undefined : await this.#sample(chosen);
      if (workflow !== this.#workflow) return;
      this.sources = sources;
      this.sample = sample;
      this.#eventBus.fire("sampleData.changed");
    } catch {
      // why: without values the drawing still says which there are; the page itself says what is wrong.
    }
  }

  async #sample(source: Source): Promise<Sample> {
    const { sample } = this;
    if (sample?.source.id === source.id && (sample.is === "request" || hasEnded(sample.run))) {
      return { ...sample, source };
    }
    const [is, key = ""] = source.id.split(":");
    if (is === "event") return { is: "request", source, event: await readEvent(key) };
    const run = await readRun(key);
    // why: an event is kept for a shorter time than its run.
    const event = run.eventId == null ? undefined : await readEvent(run.eventId).catch(() => undefined);
    return { is: "run", source, run, event };
  }
}

const ofRun = ({ key, version, status, startedAt }: Run): Source => ({
  id: `run:${key}`,
  label: `${version === 0 ? "draft run" : "run"} ${when(startedAt)}${
    status === "completed" ? "" : ` (${runStatusWord[status].toLowerCase()})`
  }`,
});

const ofEvent = ({ id, receivedAt }: InboxEvent): Source => ({
  id: `event:${id}`,
  label: `request ${when(receivedAt)}`,
});

/** "2 min ago", "of yesterday 14:05". */
function when(time: string): string {
  const words = relative(time, Date.now());
  return /ago$|now$/.test(words) ? words : `of ${words}`;
}
