import { describe, expect, it } from "vitest";
import { pickerOptions } from "../../src/canvas/connections/picker-options.ts";
import { beginnings } from "../../src/canvas/trigger/kinds.ts";
import { countProblem, readSchedule, timeProblem, writeSchedule } from "../../src/canvas/trigger/schedule.ts";
import { formProblem } from "../../src/pages/designer/form-problem.ts";
import { remaining } from "../../src/pages/designer/listen/remaining.ts";
import { upcoming } from "../../src/run/words.ts";

describe("a schedule", () => {
  it.each([
    ["R/PT15M", { is: "minutes", every: 15 }],
    ["R/PT2H", { is: "hours", every: 2 }],
    ["0 0 7 * * *", { is: "daily", at: "07:00" }],
    ["0 30 6 * * MON-FRI", { is: "weekly", day: "MON-FRI", at: "06:30" }],
    ["0 5 18 * * SUN", { is: "weekly", day: "SUN", at: "18:05" }],
  ])("reads and writes %s", (cycle, schedule) => {
    expect(readSchedule(cycle)).toEqual(schedule);
    expect(writeSchedule(readSchedule(cycle))).toBe(cycle);
  });

  it("knows days by number, too", () => {
    expect(readSchedule("0 0 7 * * 1")).toEqual({ is: "weekly", day: "MON", at: "07:00" });
  });

  it.each(["0 0 7 1 * *", "R3/PT10S", "0 0 25 * * *", "0 0 7 * * MON#1", "=cycle", ""])(
    "leaves %s as it is",
    (cycle) => {
      expect(readSchedule(cycle)).toEqual({ is: "raw", text: cycle });
      expect(writeSchedule(readSchedule(cycle))).toBe(cycle);
    },
  );

  it("takes times of a day and numbers only", () => {
    expect([timeProblem("07:30"), timeProblem("7:05"), countProblem("15")]).toEqual([null, null, null]);
    for (const wrong of ["24:00", "7", "07:60", undefined]) expect(timeProblem(wrong)).not.toBeNull();
    for (const wrong of ["0", "-1", "1.5", "x", undefined]) expect(countProblem(wrong)).not.toBeNull();
  });
});

describe("a new start", () => {
  it("has a path that the engine takes", () => {
    expect(beginnings("webhook", "Press_Releases 2")["inbound.path"]).toBe("press_releases-2");
    expect(beginnings("form", "_tips")["inbound.path"]).toBe("tips");
    expect(beginnings("schedule", "digest")).toEqual({});
  });
});

describe("the choice of a connection", () => {
  const known = [
    { name: "wire", type: "basic" },
    { name: "hub", type: "webhook-secret" },
  ];
  const labels = (value: string, fitting?: string[]) =>
    pickerOptions(known, fitting, value).map(({ label }) => label);

  it("shows what fits, and what is chosen although it does not", () => {
    expect(labels("", ["basic"])).toEqual(["wire"]);
    expect(labels("hub", ["basic"])).toEqual(["wire", "hub (another type)"]);
    expect(labels("gone", ["basic"])).toEqual(["wire", "gone (missing)"]);
    expect(labels("=which")).toEqual(["wire", "hub", "=which (expression)"]);
  });
});

describe("a form", () => {
  it("is JSON with a list of components", () => {
    expect(formProblem('{"components":[]}')).toBeUndefined();
    expect(formProblem("{}")).toContain("components");
    expect(formProblem("null")).toContain("components");
    expect(formProblem("{")).toContain("not JSON");
  });
});

describe("words for what comes", () => {
  it("counts down, then says that the time is over", () => {
    expect(remaining("2026-11-25T10:30:00Z", Date.parse("2026-11-25T10:01:53Z"))).toBe("28:07");
    expect(remaining("2026-11-25T10:30:00Z", Date.parse("2026-11-25T10:30:00Z"))).toBeUndefined();
  });

  it("says when something is due", () => {
    const now = new Date(2026, 10, 25, 15, 0).getTime();
    const after = (minutes: number) => upcoming(new Date(now + minutes * 60_000).toISOString(), now);

    expect(after(0)).toBe("now");
    expect(after(1 / 3)).toBe("within a minute");
    expect(after(12)).toBe("in 12 min");
    expect(after(120)).toBe("today 17:00");
    expect(after(16 * 60)).toBe("tomorrow 07:00");
    expect(after(5 * 24 * 60)).toBe("Mon 30 Nov, 15:00");
  });
});
