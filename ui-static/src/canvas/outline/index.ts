import { Outline } from "./outline.ts";
import { SwapSteps } from "./swap-steps.ts";

export const outlineModule = {
  __init__: ["swapSteps"],
  // why: “outline” is diagram-js's own word for the frame around what is selected.
  stepOutline: ["type", Outline],
  swapSteps: ["type", SwapSteps],
};
