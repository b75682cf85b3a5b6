import { describe, expect, it } from "vitest";
import { caps, designerKeys, doingFor, written } from "../../src/panels/palette/designer-keys.ts";

const pressed = (key: string, held: string[] = [], code = "") => ({
  key,
  code,
  ctrlKey: held.includes("Ctrl"),
  metaKey: held.includes("Meta"),
  altKey: held.includes("Alt"),
  shiftKey: held.includes("Shift"),
});

describe("the designer's keys", () => {
  it("mean one thing each", () => {
    const all = designerKeys.flatMap(({ keys }) => keys);

    expect(all).toEqual([...new Set(all)]);
    expect(new Set(designerKeys.map(({ id }) => id)).size).toBe(designerKeys.length);
  });

  it("leave the keys of the whole product alone", () => {
    const all = designerKeys.flatMap(({ keys }) => keys);

    for (const taken of ["Ctrl+K", "?", "G"]) expect(all).not.toContain(taken);
  });

  it.each([
    [pressed("z", ["Ctrl"]), "undo"],
    [pressed("Z", ["Meta", "Shift"]), "redo"],
    [pressed("t"), "tidy"],
    [pressed("T", ["Shift"]), "note"],
    [pressed("=", ["Ctrl"]), "larger"],
    [pressed("+", ["Ctrl", "Shift"]), "larger"],
    [pressed("ArrowLeft", ["Shift"]), "farLeft"],
    [pressed("Backspace"), "remove"],
    [pressed("я", ["Ctrl"], "KeyZ"), "undo"],
  ])("reads %o as %s", (key, id) => expect(doingFor(key)?.id).toBe(id));

  it("reads nothing into other keys", () => {
    for (const key of [pressed("q"), pressed("z", ["Ctrl", "Alt"]), pressed(" "), pressed("Enter", ["Ctrl"])]) {
      expect([written(key), doingFor(key)]).toEqual([written(key), undefined]);
    }
  });

  it("are shown as the caps of a keyboard", () => {
    expect(caps("Ctrl+Shift+Left")).toEqual(["Ctrl", "Shift", "←"]);
    expect(caps("Ctrl+Minus")).toEqual(["Ctrl", "−"]);
  });
});
