import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { Peer } from "../peer/peer.ts";
import type { World } from "../peer/world.ts";
import { openBrowser, Window } from "./browser.ts";

export const newsroomKey = "4503599627370501";

/** A fresh scripted engine and page for each test; no test may leave a script error behind. */
export class Stage {
  #browser: Browser | undefined;
  #peer: Peer | undefined;
  #window: Window | undefined;

  static set(width = 1440): Stage {
    const stage = new Stage();
    const dist = fileURLToPath(new URL("../../dist", import.meta.url));
    beforeAll(async () => void (stage.#browser = await openBrowser()));
    afterAll(() => stage.#browser?.close());
    beforeEach(async () => {
      stage.#peer = await Peer.start(dist);
      const context = await stage.#browser?.newContext({ viewport: { width, height: 900 } });
      if (context !== undefined) stage.#window = await Window.open(context);
    });
    afterEach(async () => {
      expect(stage.window.troubles).toEqual([]);
      await stage.page.context().close();
      await stage.#peer?.stop();
    });
    return stage;
  }

  get window(): Window {
    if (this.#window === undefined) throw new Error("no test is running");
    return this.#window;
  }

  get page(): Page {
    return this.window.page;
  }

  get world(): World {
    if (this.#peer === undefined) throw new Error("no test is running");
    return this.#peer.world;
  }

  async open(address: string, ready: string): Promise<void> {
    await this.page.goto((this.#peer?.address ?? "") + address);
    await this.page.waitForSelector(ready);
  }

  /** The page of the newsroom's run, live. */
  async openRun(key = newsroomKey): Promise<void> {
    await this.open(`/run?key=${key}`, "[data-container-id] .live-badge");
  }

  text(selector: string): Promise<string | null> {
    return this.page.textContent(selector);
  }
}
