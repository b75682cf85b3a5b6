import { oneStepModule } from "../one-step/index.ts";
import { TurnInto } from "./turn-into.ts";

export const turnIntoModule = {
  __depends__: [oneStepModule],
  turnInto: ["type", TurnInto],
};
