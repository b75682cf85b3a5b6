import { describe, expect, it } from "vitest";
import { promptsIn } from "../../src/pages/models/prompts.ts";
import { causeWords, milliseconds, policyWords, standingOf } from "../../src/run/model-words.ts";

describe("words about models", () => {
  it("names causes, the most frequent first, and those of later versions as they are", () => {
    expect(causeWords({ auth: 1, throttled: 3, warming: 0, "sun-spots": 2 })).toBe(
      "3 × too many requests, 2 × sun-spots, 1 × the key was not accepted",
    );
    expect(causeWords({})).toBe("");
  });

  it("shows a state and a policy that it does not know as they are", () => {
    expect(standingOf("ready")).toEqual(["ready", "ready"]);
    expect(standingOf("asleep")).toEqual(["unknown", "asleep"]);
    expect(policyWords("coin")).toBe("coin");
  });

  it("writes times as finely as they are compared", () => {
    expect([0.42, 9.96, 11.4, 310, 1_254, 12_340].map(milliseconds)).toEqual(["0.4 ms", "10.0 ms", "11 ms", "310 ms", "1.25 s", "12.3 s"]);
  });

  it("begins the next prompt at an empty line", () => {
    expect(promptsIn("\nA headline\non tides\n \n\nOn ferries  \n")).toEqual(["A headline\non tides", "On ferries"]);
    expect(promptsIn(" \n\n ")).toEqual([]);
  });
});
