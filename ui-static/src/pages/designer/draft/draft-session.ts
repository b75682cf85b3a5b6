import { ApiProblem } from "../../../api/http.ts";
import type { Problem } from "../../../api/types.ts";
import type { Draft, SavedDraft } from "../../../api/workflows.ts";
import type { LocalCopies } from "./local-copy.ts";

export type Saving =
  | { is: "unchanged" }
  | { is: "unsaved" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  /** `kept`: this browser has it, whatever happens to the page. */
  | { is: "offline"; why: string; kept: boolean }
  | { is: "signedOut"; kept: boolean }
  | { is: "refused"; why: string }
  | { is: "conflict" };

/** The engine, as far as a draft needs it. */
export interface Desk {
  read(): Promise<Draft>;
  save(xml: string, etag: string, baseVersion?: number): Promise<SavedDraft>;
}

export interface Watcher {
  saving(state: Saving): void;
  problems(problems: Problem[]): void;
}

const saveAfter = 700;
const againAfter = 4_000;

/**
 * Keeps a draft safe: at once in this browser, soon after in the engine. One save at a time; a
 * change during a save is saved next; a draft that was changed elsewhere is never overwritten
 * without a person's word.
 */
export class DraftSession {
  etag = "";
  baseVersion: number | undefined;
  readonly #desk: Desk;
  readonly #copies: LocalCopies;
  readonly #watcher: Watcher;
  #xml: string | undefined;
  #state: Saving = { is: "unchanged" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #kept = true;

  constructor(desk: Desk, copies: LocalCopies, watcher: Watcher) {
    this.#desk = desk;
    this.#copies = copies;
    this.#watcher = watcher;
  }

  /** The text to show first: the engine's, or this browser's when that is newer, see {@link saveCopy}. */
  async open(): Promise<string> {
    const draft = await this.#desk.read();
    this.#adopt(draft.etag, draft.baseVersion);
    if (draft.savedAt !== undefined) this.#tell({ is: "saved", at: draft.savedAt });
    const copy = this.#copies.read();
    if (copy === undefined || copy.xml === draft.xml) {
      this.#copies.drop();
      return draft.xml;
    }
    this.#xml = copy.xml;
    if (copy.etag !== draft.etag) this.#tell({ is: "conflict" });
    return copy.xml;
  }

  /** Whether what was opened is what only this browser has. */
  get isOwnCopy(): boolean {
    return this.#xml !== undefined;
  }

  /** What was opened could be drawn: the engine gets what only this browser has. */
  saveCopy(): void {
    if (this.#xml !== undefined && this.#state.is !== "conflict") this.#soon(0);
  }

  /** Throws away what only this browser has. */
  dropCopy(): void {
    clearTimeout(this.#timer);
    this.#xml = undefined;
    this.#copies.drop();
  }

  changed(xml: string): void {
    this.#xml = xml;
    this.#keepLocally(xml);
    if (this.#state.is === "conflict") return;
    this.#tell({ is: "unsaved" });
    this.#soon(saveAfter);
  }

  #keepLocally(xml: string): void {
    this.#kept = this.#copies.keep({ xml, etag: this.etag, at: new Date().toISOString() });
  }

  /** Whether leaving the page now would lose something. */
  get wouldLose(): boolean {
    return this.#xml !== undefined && !this.#kept;
  }

  /** Saves what is not saved yet; true when the engine has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#xml !== undefined && this.#state.is !== "conflict") {
      await this.#save();
      if (["offline", "signedOut", "refused"].includes(this.#state.is)) break;
    }
    return this.#xml === undefined;
  }

  /** After a conflict: what is on the table replaces what the engine has. */
  async keepMine(): Promise<void> {
    const draft = await this.#desk.read();
    this.#adopt(draft.etag, draft.baseVersion);
    this.#tell({ is: "unsaved" });
    await this.flush();
  }

  /** After a conflict: the engine's text, to be shown instead. */
  async takeTheirs(): Promise<string> {
    const draft = await this.#desk.read();
    this.#adopt(draft.etag, draft.baseVersion);
    this.#xml = undefined;
    this.#copies.drop();
    this.#tell({ is: "unchanged" });
    return draft.xml;
  }

  /** Puts the text on top of a newer version: publishing it makes it the newest. */
  async putOn(version: number, xml: string): Promise<void> {
    this.#keepLocally(xml);
    const saved = await this.#desk.save(xml, this.etag, version);
    this.#adopt(saved.etag, saved.baseVersion);
    this.#xml = undefined;
    this.#copies.drop();
    this.#tell({ is: "saved", at: saved.updatedAt });
  }

  /** After publishing: the draft is the new version. */
  async renew(): Promise<void> {
    const draft = await this.#desk.read();
    this.#adopt(draft.etag, draft.baseVersion);
    if (this.#xml === undefined) this.#tell({ is: "unchanged" });
  }

  #adopt(etag: string, baseVersion: number | undefined): void {
    this.etag = etag;
    this.baseVersion = baseVersion;
  }

  #soon(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), after);
  }

  #save(): Promise<void> {
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    const xml = this.#xml;
    if (xml === undefined) return;
    this.#tell({ is: "saving" });
    try {
      const saved = await this.#desk.save(xml, this.etag);
      this.#adopt(saved.etag, saved.baseVersion);
      this.#watcher.problems(saved.problems);
      this.#settle(xml, saved.updatedAt);
    } catch (problem) {
      this.#trouble(problem);
    }
  }

  #settle(xml: string, at: string): void {
    if (this.#xml === xml) {
      this.#xml = undefined;
      this.#copies.drop();
      this.#tell({ is: "saved", at });
    } else if (this.#xml !== undefined) {
      this.#keepLocally(this.#xml);
      this.#tell({ is: "unsaved" });
      this.#soon(saveAfter);
    }
  }

  #trouble(problem: unknown): void {
    const status = problem instanceof ApiProblem ? problem.status : 0;
    const why = problem instanceof Error ? problem.message : String(problem);
    if (status === 412) {
      this.#tell({ is: "conflict" });
    } else if (status === 401) {
      this.#tell({ is: "signedOut", kept: this.#kept });
      this.#soon(againAfter);
    } else if (status === 0 || status === 429 || status >= 500) {
      this.#tell({ is: "offline", why, kept: this.#kept });
      this.#soon(againAfter);
    } else {
      this.#tell({ is: "refused", why });
    }
  }

  #tell(state: Saving): void {
    this.#state = state;
    this.#watcher.saving(state);
  }
}
