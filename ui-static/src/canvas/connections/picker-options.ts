import type { KnownConnection } from "./connections.ts";

/** The fitting names, and what is chosen now even if nothing is known by that name. */
export function pickerOptions(
  known: readonly KnownConnection[],
  fitting: readonly string[] | undefined,
  value: string,
): { value: string; label: string }[] {
  const found = known.filter(({ type }) => fitting?.includes(type) ?? true);
  const options = found.map(({ name }) => ({ value: name, label: name }));
  if (value === "" || found.some(({ name }) => name === value)) return options;
  const there = known.find(({ name }) => name === value);
  const why = value.startsWith("=") ? "expression" : there === undefined ? "missing" : "another type";
  return [...options, { value, label: `${value} (${why})` }];
}
