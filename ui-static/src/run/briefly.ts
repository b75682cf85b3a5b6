import type { Json } from "../api/types.ts";

/** A value in a few words: "River", 3 items, {4}. */
export function briefly(value: Json | undefined): string {
  if (value === undefined) return "no value yet";
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "empty text" : `“${cut(value.replace(/\s+/g, " "), 80)}”`;
  if (Array.isArray(value)) {
    const texts = value.every((item) => typeof item === "string");
    return texts && value.length > 0 ? cut(value.join(", "), 80) : `${value.length} ${value.length === 1 ? "item" : "items"}`;
  }
  if (typeof value === "object") return cut(Object.keys(value).join(", "), 80);
  return value === true ? "yes" : value === false ? "no" : String(value);
}

export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
