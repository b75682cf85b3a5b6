import { addStepModule } from "../add-step/index.ts";
import { turnIntoModule } from "../turn-into/index.ts";
import { AddMenu } from "./add-menu.ts";
import { Decorative } from "./decorative.ts";
import { forgivingSearch } from "./forgiving-search.ts";
import { Menus } from "./menus.ts";
import { ToolsOnly } from "./tools-only.ts";

export const stepMenuModule = {
  __depends__: [addStepModule, turnIntoModule],
  __init__: ["addMenu", "toolsOnly", "decorative"],
  addMenu: ["type", AddMenu],
  decorative: ["type", Decorative],
  menus: ["type", Menus],
  search: ["value", forgivingSearch],
  toolsOnly: ["type", ToolsOnly],
};
