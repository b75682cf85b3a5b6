import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../../src/api/http.ts";
import type { Draft, SavedDraft } from "../../src/api/workflows.ts";
import { DraftSession, type Desk, type Saving } from "../../src/pages/designer/draft/draft-session.ts";
import { LocalCopies } from "../../src/pages/designer/draft/local-copy.ts";

/** An engine of one draft, with real etags; `trouble` fails the next saves. */
class ScriptedDesk implements Desk {
  xml = "<first/>";
  revision = 1;
  trouble: ApiProblem[] = [];
  saves: string[] = [];
  savedAt: string | undefined;
  during: (() => void) | undefined;

  read = (): Promise<Draft> =>
    Promise.resolve({ xml: this.xml, etag: `e${this.revision}`, baseVersion: 1, savedAt: this.savedAt });

  save = (xml: string, etag: string): Promise<SavedDraft> => {
    const problem = this.trouble.shift();
    if (problem !== undefined) return Promise.reject(problem);
    if (etag !== `e${this.revision}`) return Promise.reject(new ApiProblem(412, "changed elsewhere"));
    this.xml = xml;
    this.saves.push(xml);
    this.during?.();
    return Promise.resolve({
      etag: `e${++this.revision}`,
      problems: [],
      updatedAt: "2026-11-23T10:42:00.000Z",
      baseVersion: 1,
    });
  };
}

class Shelf implements Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, text: string) => void this.kept.set(name, text);
  removeItem = (name: string) => void this.kept.delete(name);
}

let desk: ScriptedDesk;
let shelf: Shelf;
let states: string[];

const session = () =>
  new DraftSession(desk, new LocalCopies(shelf, "newsroom"), {
    saving: (state: Saving) => states.push(state.is),
    problems: () => undefined,
  });

describe("a draft session", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    desk = new ScriptedDesk();
    shelf = new Shelf();
    states = [];
  });
  afterEach(() => void vi.useRealTimers());

  it("says when the draft was saved that it opened, and nothing of a published version", async () => {
    for (desk.savedAt of [undefined, "2026-11-23T10:42:00.000Z"]) await session().open();
    expect(states).toEqual(["saved"]);
  });

  it("saves a change a moment after the last one, once", async () => {
    const draft = session();
    await draft.open();

    draft.changed("<a/>");
    draft.changed("<b/>");
    await vi.advanceTimersByTimeAsync(2_000);

    expect(desk.saves).toEqual(["<b/>"]);
    expect(states.at(-1)).toBe("saved");
  });

  it("keeps a change in the browser before the engine has it, and drops it after", async () => {
    const draft = session();
    await draft.open();

    draft.changed("<a/>");
    expect([...shelf.kept.values()].join()).toContain("<a/>");

    await draft.flush();
    expect(shelf.kept.size).toBe(0);
  });

  it("shows and saves after a reload what the engine never got", async () => {
    const lost = session();
    await lost.open();
    lost.changed("<unsaved/>");
    vi.clearAllTimers();

    const next = session();
    const xml = await next.open();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.xml).toBe("<first/>");
    next.saveCopy();
    await vi.advanceTimersByTimeAsync(2_000);

    expect(xml).toBe("<unsaved/>");
    expect(desk.xml).toBe("<unsaved/>");
  });

  it("throws away what this browser kept when it cannot be drawn", async () => {
    const lost = session();
    await lost.open();
    lost.changed("<broken");
    vi.clearAllTimers();

    const next = session();
    await next.open();
    expect(next.isOwnCopy).toBe(true);
    next.dropCopy();

    expect(await session().open()).toBe("<first/>");
    expect(desk.saves).toEqual([]);
  });

  it("saves a change that came during a save", async () => {
    const draft = session();
    await draft.open();
    desk.during = () => {
      desk.during = undefined;
      draft.changed("<later/>");
    };

    draft.changed("<early/>");
    expect(await draft.flush()).toBe(true);

    expect(desk.saves).toEqual(["<early/>", "<later/>"]);
  });

  it("never overwrites a draft that was changed elsewhere", async () => {
    const draft = session();
    await draft.open();
    desk.revision++;
    desk.xml = "<theirs/>";

    draft.changed("<mine/>");
    expect(await draft.flush()).toBe(false);
    draft.changed("<mine again/>");
    await vi.advanceTimersByTimeAsync(20_000);

    expect(desk.xml).toBe("<theirs/>");
    expect(states.at(-1)).toBe("conflict");
    expect([...shelf.kept.values()].join()).toContain("<mine again/>");
  });

  it("replaces the other draft when a person says so", async () => {
    const draft = session();
    await draft.open();
    desk.revision++;
    draft.changed("<mine/>");
    await draft.flush();

    await draft.keepMine();

    expect(desk.xml).toBe("<mine/>");
    expect(states.at(-1)).toBe("saved");
  });

  it("opens the other draft when a person says so", async () => {
    const draft = session();
    await draft.open();
    desk.revision++;
    desk.xml = "<theirs/>";
    draft.changed("<mine/>");
    await draft.flush();

    expect(await draft.takeTheirs()).toBe("<theirs/>");
    expect(shelf.kept.size).toBe(0);
  });

  it("asks when this browser has a change on an older state of the draft", async () => {
    const lost = session();
    await lost.open();
    lost.changed("<mine/>");
    vi.clearAllTimers();
    desk.revision++;
    desk.xml = "<theirs/>";

    expect(await session().open()).toBe("<mine/>");
    expect(states.at(-1)).toBe("conflict");
    expect(desk.xml).toBe("<theirs/>");
  });

  it("tries again while the engine is away", async () => {
    const draft = session();
    await draft.open();
    desk.trouble = [new ApiProblem(0, "away"), new ApiProblem(503, "busy")];

    draft.changed("<a/>");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe("offline");
    await vi.advanceTimersByTimeAsync(20_000);

    expect(desk.xml).toBe("<a/>");
    expect(states.at(-1)).toBe("saved");
  });

  it("keeps what is drawn while nobody is signed in, and saves it after", async () => {
    desk.trouble = [new ApiProblem(401, "Sign in first"), new ApiProblem(401, "Sign in first")];
    const open = session();
    await open.open();

    open.changed("<second/>");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe("signedOut");
    expect(new LocalCopies(shelf, "newsroom").read()?.xml).toBe("<second/>");
    expect(open.wouldLose).toBe(false);

    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.xml).toBe("<second/>");
    expect(states.at(-1)).toBe("saved");
  });

  it("says when this browser has no room to keep what the engine does not have", async () => {
    shelf.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    desk.trouble = [new ApiProblem(0, "away")];
    const open = session();
    await open.open();

    open.changed("<second/>");
    expect(open.wouldLose).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe("offline");
    expect(open.wouldLose).toBe(true);

    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.xml).toBe("<second/>");
    expect(open.wouldLose).toBe(false);
  });

  it("does not repeat a save that the engine refuses", async () => {
    const draft = session();
    await draft.open();
    desk.trouble = [new ApiProblem(422, "The diagram's process id is x.")];

    draft.changed("<a/>");
    await vi.advanceTimersByTimeAsync(20_000);

    expect(states.at(-1)).toBe("refused");
    expect(desk.saves).toEqual([]);
  });
});
