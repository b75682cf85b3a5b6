import type { Variables } from "../../api/types.ts";

/** What a step was tried with and what it gave, kept to work on with. */
export interface Example {
  /** What it read. */
  values: Variables;
  /** What it gives the steps after it. */
  variables: Variables;
  /** When it was tried. */
  at: string;
}

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Larger ones are used until the page is left. */
const most = 500_000;

/** The examples of one workflow's steps, in this browser only. */
export class Examples {
  readonly #place: Place;
  readonly #name: string;
  #all: Map<string, Example>;

  constructor(place: Place, workflow: string) {
    this.#place = place;
    this.#name = `wireroom.examples.${workflow}`;
    this.#all = this.#read();
  }

  get(element: string): Example | undefined {
    return this.#all.get(element);
  }

  /** By element, the oldest first. */
  get all(): [string, Example][] {
    return [...this.#all].sort(([, a], [, b]) => a.at.localeCompare(b.at));
  }

  keep(element: string, example: Example): void {
    this.#all.set(element, example);
    this.#write();
  }

  drop(element: string): void {
    this.#all.delete(element);
    this.#write();
  }

  #read(): Map<string, Example> {
    try {
      const kept = JSON.parse(this.#place.getItem(this.#name) ?? "{}") as Record<string, Partial<Example>>;
      return new Map(Object.entries(kept).flatMap(([element, one]) => (isExample(one) ? [[element, one]] : [])));
    } catch {
      return new Map();
    }
  }

  #write(): void {
    const text = JSON.stringify(Object.fromEntries(this.#all));
    try {
      if (this.#all.size === 0 || text.length > most) this.#place.removeItem(this.#name);
      else this.#place.setItem(this.#name, text);
    } catch {
      // why: a full storage must not take the example away that is in use.
    }
  }
}

const isExample = (one: Partial<Example>): one is Example =>
  typeof one.at === "string" && isObject(one.values) && isObject(one.variables);

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
