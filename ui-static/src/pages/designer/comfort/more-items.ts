import { designerKey, type DesignerDoing } from "../../../panels/palette/designer-keys.ts";
import type { MenuItem } from "../../../panels/parts/menu.tsx";
import type { Desk } from "../use-designer.ts";
import { doings } from "./doings.ts";

const offered: DesignerDoing[] = ["find", "paste", "png", "svg", "print"];

/** What is needed now and then, in the menu “More”. */
export function comfortItems(desk: Desk): MenuItem[] {
  const { table } = desk;
  if (table === undefined) return [];
  return offered.map((id) => {
    const { icon, label } = designerKey(id);
    return { icon, label, act: () => doings(desk, table)[id]() };
  });
}
