import type { Start } from "../../../canvas/trigger/starts.ts";
import type { Json } from "../../../api/types.ts";

const entry = {
  id: "entry-1",
  title: "A title",
  link: "https://example.org/entry-1",
  published: "2026-01-05T08:00:00Z",
  summary: "What it is about.",
};

/** Values to begin with, where there is neither an example nor a last time. */
export function firstValues(start: Start | undefined): string {
  return JSON.stringify(shape(start), null, 2);
}

function shape(start: Start | undefined): Json {
  if (start?.kind === "feed") return entry;
  if (start?.kind === "form") return Object.fromEntries(start.fields.map((field) => [field, ""]));
  return {};
}

/** What the values stand for. */
export function valuesLabel(start: Start | undefined): string {
  switch (start?.kind) {
    case "webhook":
      return "The request's body, as JSON";
    case "feed":
      return "The feed's entry, as JSON";
    case "form":
      return "The form's fields, as JSON";
    case "schedule":
    case "hand":
    case undefined:
      return "Values to start with, as JSON";
  }
}

export const isNothing = (text: string): boolean => /^\{\s*\}$|^$/.test(text.trim());
