import type { CDPSession } from "playwright-core";

interface Loaded {
  at: number;
  bytes: number;
  script: boolean;
}

/** What the page fetched, as it came over the wire. */
export class Traffic {
  readonly #session: CDPSession;
  readonly #kinds = new Map<string, string>();
  readonly #loaded: Loaded[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on("Network.requestWillBeSent", ({ requestId, type }) => this.#kinds.set(requestId, type ?? ""));
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) =>
      this.#loaded.push({ at: timestamp, bytes: encodedDataLength, script: this.#kinds.get(requestId) === "Script" }));
  }

  static async of(session: CDPSession): Promise<Traffic> {
    const traffic = new Traffic(session);
    await session.send("Network.enable");
    await session.send("Performance.enable");
    return traffic;
  }

  /** On the clock of the events, in seconds. */
  async navigatedAt(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "NavigationStart")?.value ?? 0;
  }

  until(time: number): { requests: number; bytes: number; scriptBytes: number } {
    const loaded = this.#loaded.filter(({ at }) => at <= time);
    const sum = (some: Loaded[]) => some.reduce((all, { bytes }) => all + bytes, 0);
    return { requests: loaded.length, bytes: sum(loaded), scriptBytes: sum(loaded.filter(({ script }) => script)) };
  }
}
