import { LiveLint } from "./live-lint.ts";
import { Mend } from "./mend.ts";
import { WayOut } from "./way-out.ts";

export const lintModule = {
  __init__: ["liveLint", "wayOut"],
  liveLint: ["type", LiveLint],
  mend: ["type", Mend],
  wayOut: ["type", WayOut],
};
