import {
  CircleX,
  GitFork,
  Hourglass,
  Lightbulb,
  Repeat,
  Reply,
  Undo2,
  type IconNode,
} from "lucide";
import type { CanvasElement } from "../model.ts";
import { iconUrl } from "../step-menu/icon-url.ts";
import { nothing, type Menus, type PadEntries } from "../step-menu/menus.ts";
import type { IntentId, Intents } from "./intents.ts";

interface ContextPad {
  registerProvider(priority: number, provider: object): void;
}
interface PopupMenu {
  registerProvider(id: string, provider: object): void;
  close(): void;
}
interface Keyboard {
  addListener(priority: number, listener: (context: { keyEvent: KeyboardEvent }) => boolean | undefined): void;
  isKey(keys: string[], event: KeyboardEvent): boolean;
  hasModifier(event: KeyboardEvent): boolean;
}

const menu = "wireroom-intents";
const drawings: Record<IntentId, IconNode> = {
  fails: CircleX,
  longer: Hourglass,
  each: Repeat,
  reply: Reply,
  beside: GitFork,
  undo: Undo2,
};

/** The intents at a step's corner, and under the key I. */
export class IntentMenu {
  static $inject = ["intents", "contextPad", "popupMenu", "keyboard", "menus"];

  readonly #intents: Intents;
  readonly #popup: PopupMenu;
  readonly #menus: Menus;

  constructor(intents: Intents, pad: ContextPad, popup: PopupMenu, keyboard: Keyboard, menus: Menus) {
    this.#intents = intents;
    this.#popup = popup;
    this.#menus = menus;
    pad.registerProvider(300, this);
    popup.registerProvider(menu, this);
    keyboard.addListener(2_000, ({ keyEvent }) => {
      const { step } = intents;
      if (step === undefined || keyboard.hasModifier(keyEvent)) return undefined;
      if (!keyboard.isKey(["i", "I"], keyEvent)) return undefined;
      this.#open(step);
      return true;
    });
  }

  getContextPadEntries(step: CanvasElement) {
    return (entries: PadEntries): PadEntries => {
      if (this.#intents.for(step).length === 0) return entries;
      const { append, ...others } = entries;
      return {
        ...(append === undefined ? {} : { append }),
        intents: {
          group: "model",
          title: "If it fails, takes too long, for each… (I)",
          imageUrl: iconUrl(Lightbulb, "ink-soft"),
          action: { click: () => this.#open(step) },
        },
        ...others,
      };
    };
  }

  getPopupMenuEntries(step: CanvasElement) {
    const entries = this.#intents.for(step).map(({ id, label, help, words }) => [
      id,
      {
        label,
        description: help,
        search: words,
        imageUrl: iconUrl(drawings[id], "ink-soft"),
        action: () => {
          this.#popup.close();
          this.#intents.apply(step, id);
        },
      },
    ]);
    return Object.fromEntries(entries) as Record<string, object>;
  }

  getEmptyPlaceholder(): string {
    return nothing;
  }

  #open(step: CanvasElement): void {
    this.#menus.open(step, menu, "What if…");
  }
}
