import type { Asks } from "../../../api/trials.ts";

export interface EffectWords {
  /** What will happen. */
  says: string;
  /** The verb on the button. */
  act: string;
}

const sends: Record<string, { does: string; act: string }> = {
  POST: { does: "send the data to", act: "Send it" },
  PUT: { does: "replace what is at", act: "Replace it" },
  PATCH: { does: "change what is at", act: "Change it" },
  DELETE: { does: "delete what is at", act: "Delete it" },
};

/** What a call would change outside, for the person who decides. */
export function effectWords({ kind, method, target }: Asks): EffectWords {
  const twice = kind === "once" ? " Each further try does it again." : "";
  if (method === "PUBLISH") return { says: `This will really publish the page ${target ?? ""}.`, act: "Publish it" };
  if (method === "ANSWER") {
    return { says: "In a run this answers the caller. Nobody waits now, so nobody is told.", act: "Go on" };
  }
  const known = method === undefined ? undefined : sends[method];
  if (known !== undefined && target !== undefined) {
    return { says: `This will really ${known.does} ${target} (${method}).${twice}`, act: known.act };
  }
  const what = [method, target].filter((part) => part !== undefined).join(" ");
  return {
    says: `This may really change something outside${what === "" ? "" : `: ${what}`}.${twice}`,
    act: "Do it",
  };
}
