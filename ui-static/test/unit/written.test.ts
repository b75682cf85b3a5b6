import { describe, expect, it } from "vitest";
import { grown, tail, type Written } from "../../src/run/written.ts";

const piece = (at: number, text: string) => ({ runKey: "1", step: "2", at, text });
const all = (...pieces: [number, string][]) =>
  pieces.reduce<Written | undefined>((before, [at, text]) => grown(before, piece(at, text)), undefined);

describe("what a step writes", () => {
  it("grows piece by piece", () => {
    expect(all([0, "Once"], [4, " upon"])).toEqual({ from: 0, text: "Once upon" });
  });

  it("takes a piece that it knows already once", () => {
    expect(all([0, "Once upon"], [4, " upon"], [9, " a"])).toEqual({ from: 0, text: "Once upon a" });
  });

  it("begins anew with the step", () => {
    expect(all([0, "Once upon"], [0, "It"], [2, " was"])).toEqual({ from: 0, text: "It was" });
  });

  it("goes on from the middle when the beginning is gone", () => {
    expect(all([70, "the end"], [77, "."])).toEqual({ from: 70, text: "the end." });
    expect(all([0, "Once"], [70, "the end"])).toEqual({ from: 70, text: "the end" });
  });

  it("is shown from its end, by whole words", () => {
    expect(tail({ from: 0, text: "Once upon a time" }, 100)).toBe("Once upon a time");
    expect(tail({ from: 0, text: "Once upon a time" }, 8)).toBe("… a time");
    expect(tail({ from: 5, text: "upon a time" }, 100)).toBe("… upon a time");
  });
});
