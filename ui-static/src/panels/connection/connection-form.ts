import type { ConnectionType, StoredConnection } from "../../api/connections.ts";

/** What a person has typed; existing values are never here. */
export interface Typed {
  name: string;
  type: string;
  fields: Record<string, string>;
}

/** What still stands in the way of storing it, or undefined. */
export function missing(
  typed: Typed,
  types: ConnectionType[],
  existing: StoredConnection | undefined,
  taken: string[],
): string | undefined {
  if (existing === undefined) {
    if (typed.name === "") return "It needs a name.";
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(typed.name)) {
      return "The name: letters, digits, _ and - only.";
    }
    if (taken.includes(typed.name)) return "There is already a connection with this name.";
  }
  const type = types.find((one) => one.type === typed.type);
  if (type === undefined) return "Choose a type.";
  const open = type.fields.find(
    ({ name, required }) =>
      required && (typed.fields[name] ?? "") === "" && existing?.fields.includes(name) !== true,
  );
  return open === undefined ? undefined : `“${open.label}” is needed.`;
}

/** Only what was typed is sent: an empty field keeps its value. */
export const changedFields = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed.fields).filter(([, value]) => value !== ""));
