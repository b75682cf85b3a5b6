import ElementFactory from "bpmn-js/lib/features/modeling/ElementFactory";
import { isA, type ModdleObject } from "../model.ts";

export const cardSize = { width: 160, height: 64 };

/** New tasks have room for a card. */
class CardElementFactory extends ElementFactory {
  override getDefaultSize(element: never, di: never): { width: number; height: number } {
    const object = element as unknown as ModdleObject;
    const card = isA(object, "bpmn:Task") || isA(object, "bpmn:CallActivity");
    return card ? cardSize : super.getDefaultSize(element, di);
  }
}

export const cardSizesModule = { elementFactory: ["type", CardElementFactory] };
