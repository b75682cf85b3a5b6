import type { Json } from "../../api/types.ts";

/** A longer text is shown in part; all of it can be copied or downloaded. */
const longest = 4_000;

/** A body that is text; structured ones are shown as a tree. */
export function bodyText(body: Json): string | undefined {
  if (typeof body !== "string") return undefined;
  return body.length > longest ? `${body.slice(0, longest)}\n…` : body;
}
