import { expect, it } from "vitest";
import { trouble } from "../../src/run/history-words.ts";

const well = { lagSeconds: 1, diskFreeBytes: 50e9, unknownRecords: 0, readOnly: false };

it("says nothing while all is well", () => {
  expect(trouble(well)).toBeUndefined();
  expect(trouble({ ...well, lagSeconds: 29 })).toBeUndefined();
});

it("says how old the picture is", () => {
  expect(trouble({ ...well, lagSeconds: 120 })).toMatchObject({
    grave: false,
    title: expect.stringContaining("2 min") as string,
  });
});

it("says how much room is left", () => {
  expect(trouble({ ...well, diskFreeBytes: 1.2e9 })?.title).toBe("Only 1,200 MB are left on the disk");
});

it("says first that nothing can be stored", () => {
  const found = trouble({ ...well, lagSeconds: 900, readOnly: true, reason: "The store is locked." });

  expect(found?.grave).toBe(true);
  expect(found?.text).toContain("The store is locked.");
});
