import type { Json } from "../api/types.ts";

/** A value deep inside of another one, by the path that an expression would use. */
export interface Found {
  path: string;
  value: Json;
}

const plain = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** "entries[2].title": items count from 1, as in expressions. */
export function childPath(path: string, name: string, inList: boolean): string {
  if (inList) return `${path}[${Number(name) + 1}]`;
  const word = plain.test(name) ? name : `\`${name}\``;
  return path === "" ? word : `${path}.${word}`;
}

/** What a plain path leads to; undefined where it ends, or where the text is more than a path. */
export function valueAt(values: Json, path: string): Json | undefined {
  const wanted = path.trim();
  if (!/^(?:`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)(?:\.(?:`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)|\[[1-9]\d*\])*$/u.test(wanted)) return undefined;
  let at: Json | undefined = values;
  for (const [, quoted, number, name] of wanted.matchAll(/`([^`]+)`|\[(\d+)\]|([\p{L}_][\p{L}\p{N}_]*)/gu)) {
    if (typeof at !== "object" || at === null) return undefined;
    if (number !== undefined) at = Array.isArray(at) ? at[Number(number) - 1] : undefined;
    else {
      const key = quoted ?? name ?? "";
      at = !Array.isArray(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    }
  }
  return at;
}

/** The names and values that hold a text, at most `most` of them. */
export function search(value: Json, text: string, most = 200): { found: Found[]; more: boolean } {
  const wanted = text.toLowerCase();
  const found: Found[] = [];
  let more = false;
  const look = (at: Json, path: string, name: string) => {
    if (more) return;
    const nested = typeof at === "object" && at !== null;
    const hit = name.toLowerCase().includes(wanted) || (!nested && String(at).toLowerCase().includes(wanted));
    if (hit && path !== "") {
      if (found.length === most) return void (more = true);
      found.push({ path, value: at });
    }
    if (!nested) return;
    for (const [key, child] of Object.entries(at)) look(child, childPath(path, key, Array.isArray(at)), key);
  };
  look(value, "", "");
  return { found, more };
}
