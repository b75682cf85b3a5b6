import { describe, expect, it } from "vitest";
import { scheduleWords } from "../../src/canvas/trigger/schedule-words.ts";
import { duration, relative } from "../../src/run/words.ts";

describe("words for time", () => {
  it.each([
    [0, "0 ms"],
    [999, "999 ms"],
    [1_240, "1.2 s"],
    [59_949, "59.9 s"],
    [61_000, "1 min 01 s"],
    [3_600_000, "1 h 00 min"],
    [7_260_000, "2 h 01 min"],
    [259_200_000, "3 days"],
  ])("says %i ms as %s", (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it("says how long ago something was, then when", () => {
    const now = new Date(2026, 10, 23, 15, 0, 0).getTime();
    const ago = (ms: number) => relative(new Date(now - ms).toISOString(), now);

    expect(ago(2_000)).toBe("just now");
    expect(ago(45_000)).toBe("45 s ago");
    expect(ago(600_000)).toBe("10 min ago");
    expect(ago(2 * 3_600_000)).toBe("today 13:00");
    expect(ago(20 * 3_600_000)).toBe("yesterday 19:00");
    expect(ago(9 * 86_400_000)).toBe("14 Nov, 15:00");
  });

  it("does not speak of the future when clocks differ", () => {
    expect(relative(new Date(5_000).toISOString(), 0)).toBe("just now");
  });
});

describe("words for a schedule", () => {
  it.each([
    ["R/PT20S", "every 20 seconds"],
    ["R/PT1H", "every hour"],
    ["R3/P2D", "every 2 days, 3 times"],
    ["R/2026-11-25T07:00:00Z/P1M", "every month"],
    ["0 0 7 * * *", "every day at 07:00"],
    ["0 30 6 * * MON-FRI", "every weekday at 06:30"],
    ["0 0 7 * * 1", "Mondays at 07:00"],
    ["0 0 7 1 * *", "0 0 7 1 * *"],
  ])("says %s as “%s”", (text, words) => {
    expect(scheduleWords(text)).toBe(words);
  });
});
