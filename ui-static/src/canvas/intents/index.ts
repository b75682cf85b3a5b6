import { addStepModule } from "../add-step/index.ts";
import { oneStepModule } from "../one-step/index.ts";
import { stepMenuModule } from "../step-menu/index.ts";
import { IntentMenu } from "./intent-menu.ts";
import { Intents } from "./intents.ts";
import { Parts } from "./parts.ts";
import { Room } from "./room.ts";

export const intentsModule = {
  __depends__: [addStepModule, oneStepModule, stepMenuModule],
  __init__: ["intentMenu"],
  intentMenu: ["type", IntentMenu],
  intents: ["type", Intents],
  parts: ["type", Parts],
  room: ["type", Room],
};
