import { describe, expect, it } from "vitest";
import { addressOf, everything, isPlain, readAddress } from "../../src/pages/inbox/address.ts";
import { merge, update } from "../../src/pages/inbox/merge.ts";
import { arrivedAt, byteSize, howToMend, needsPerson, shortKey, whatArrived, whyNoReplay } from "../../src/run/event-words.ts";
import { anEvent } from "./given.ts";

describe("words for what arrived", () => {
  it("does not send anybody to a replay that the engine refuses", () => {
    for (const status of ["rejected", "duplicate", "waiting", "accepted"] as const) {
      expect(whyNoReplay({ status })).toMatch(/[.]$/);
      expect(howToMend({ status, reason: "expression failed" }) ?? "").not.toContain("replay");
    }
    expect(whyNoReplay({ status: "dead" })).toBeUndefined();
    expect(howToMend({ status: "dead", reason: "expression failed" })).toContain("replay it on the newest version");
  });

  it("names a request by method and address, everything else by its kind", () => {
    expect(whatArrived(anEvent({ method: "POST", path: "newsroom" }))).toBe("POST /hooks/newsroom");
    expect(whatArrived(anEvent({ method: null, kind: "form", path: "tip" }))).toBe("/forms/tip");
    expect(whatArrived(anEvent({ kind: "feed", method: null, path: null }))).toBe("Feed entry");
  });

  it.each([
    ["signature too old (7 min)", /clocks/],
    ["the signature does not match", /another secret/],
    ["the connection github-press is missing", /does not exist/],
    ["the token is not known", /Compare the sender's settings/],
    ["the body exceeds 1 MB", /Raise the size limit/],
    ["too many requests: 600 in a minute", /faster than/],
    ["this is not JSON: a comma at line 3", /cannot be read/],
    ["something new", /Mend what the reason names/],
  ])("says how to mend “%s”", (reason, mend) => {
    expect(howToMend({ status: "rejected", reason })).toMatch(mend);
  });

  it("has nothing to mend where nothing is wrong, and sends a person to what waits", () => {
    expect(howToMend({ status: "started" })).toBeUndefined();
    expect(howToMend({ status: "duplicate", reason: "the same delivery" })).toBeUndefined();
    expect(howToMend({ status: "waiting" })).toContain("Resume");
    expect(howToMend({ status: "dead", reason: "no version" })).toContain("newest version");
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [2_140, "2.1 kB"],
    [48_400, "48 kB"],
    [14_000_000, "14 MB"],
  ])("says %i bytes as %s", (bytes, words) => expect(byteSize(bytes)).toBe(words));

  it("shows the time to the millisecond today, with the day before", () => {
    const now = new Date(2026, 10, 25, 12, 0).getTime();

    expect(arrivedAt(new Date(2026, 10, 25, 10, 42, 7, 113).toISOString(), now)).toBe("10:42:07.113");
    expect(arrivedAt(new Date(2026, 10, 24, 9, 5, 0).toISOString(), now)).toBe("24 Nov 09:05:00");
  });

  it("shortens a run's key so that two can be told apart", () => {
    expect(shortKey("4503599627370517")).toBe("4503…517");
    expect(shortKey("4503")).toBe("4503");
  });

  it("counts what asks for a person", () => {
    expect(needsPerson({ waiting: 2, dead: 1, started: 40 })).toBe(3);
    expect(needsPerson({})).toBe(0);
  });
});

describe("the inbox's address", () => {
  it("holds the filter and the open event", () => {
    const filter = { ...everything, status: "dead" as const, workflow: "newsroom" };
    const address = addressOf(filter, "0198f3c1");

    expect(address).toBe("?workflow=newsroom&status=dead&event=0198f3c1");
    expect(readAddress(address)).toEqual({ filter, event: "0198f3c1" });
  });

  it("takes a status that does not exist as none", () => {
    expect(isPlain(readAddress("?status=constructor&kind=7").filter)).toBe(true);
  });
});

describe("the list of events", () => {
  const at = (second: number, rest = {}) =>
    anEvent({ id: `e${second}`, receivedAt: `2026-11-25T10:00:0${second}.000Z`, ...rest });
  const ids = (events: { id: string }[]) => events.map(({ id }) => id).join();

  it("puts new ones on top and keeps older ones that were asked for", () => {
    const shown = merge([at(3), at(2), at(1)], [at(4), at(3)], { older: false, whole: false });

    expect(ids(shown)).toBe("e4,e3,e2,e1");
  });

  it("drops what no longer fits from the part that was read again", () => {
    const shown = merge([at(4), at(3), at(1)], [at(4), at(2)], { older: false, whole: false });

    expect(ids(shown)).toBe("e4,e2,e1");
  });

  it("adds older ones below, and shows the whole list when there is no more", () => {
    expect(ids(merge([at(3)], [at(3), at(2)], { older: true, whole: false }))).toBe("e3,e2");
    expect(ids(merge([at(3), at(2)], [at(3)], { older: false, whole: true }))).toBe("e3");
  });

  it("takes a change, but never an older state over a newer one", () => {
    const before = [at(1, { status: "started", updatedAt: "2026-11-25T10:00:05Z" })];
    const late = at(1, { status: "accepted", updatedAt: "2026-11-25T10:00:01Z" });
    const next = at(1, { status: "answered", updatedAt: "2026-11-25T10:00:09Z" });

    expect(update(before, late)[0]?.status).toBe("started");
    expect(update(before, next)[0]?.status).toBe("answered");
  });
});
