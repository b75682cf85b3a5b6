import { lastWords, type Last } from "../runs/address.ts";

export interface Sight {
  last: Last;
  workflow: string;
}

const usual: Last = "24h";

/** The time and the workflow are in the address, so that every view can be linked to. */
export function readSight(search: string): Sight {
  const query = new URLSearchParams(search);
  const last = query.get("last") ?? "";
  return {
    last: Object.hasOwn(lastWords, last) ? (last as Last) : usual,
    workflow: query.get("workflow") ?? "",
  };
}

export function writeSight({ last, workflow }: Sight): void {
  const query = new URLSearchParams();
  if (last !== usual) query.set("last", last);
  if (workflow !== "") query.set("workflow", workflow);
  history.replaceState(null, "", location.pathname + (query.size === 0 ? "" : `?${query}`));
}
