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
