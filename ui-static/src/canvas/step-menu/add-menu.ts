import { Ellipsis, Plus, RefreshCw } from "lucide";
import { choicesAmong, type Choice } from "../add-step/actions.ts";
import { addEntries, type AddEntry } from "../add-step/entries.ts";
import type { AddStep } from "../add-step/index.ts";
import type { Catalogue } from "../cards/catalogue.ts";
import { isA, type CanvasElement } from "../model.ts";
import type { TurnInto } from "../turn-into/turn-into.ts";
import { iconUrl } from "./icon-url.ts";
import { nothing, type Menus, type PadEntries } from "./menus.ts";

interface ContextPad {
  registerProvider(priority: number, provider: object): void;
}
interface PopupMenu {
  registerProvider(id: string, provider: object): void;
  close(): void;
}
type Act = (entry: AddEntry) => unknown;

const append = "wireroom-append";
const turn = "wireroom-turn";

/** bpmn-js's own quick choices: they are in the menus, by what they do. */
const quick = ["append.end-event", "append.gateway", "append.append-task", "append.intermediate-event"];

/** The corner of a step: what comes next, and what the step is to be instead. */
export class AddMenu {
  static $inject = ["contextPad", "popupMenu", "menus", "addStep", "turnInto", "catalogue"];

  readonly #popup: PopupMenu;
  readonly #menus: Menus;
  readonly #addStep: AddStep;
  readonly #turnInto: TurnInto;
  readonly #catalogue: Catalogue;

  constructor(
    pad: ContextPad,
    popup: PopupMenu,
    menus: Menus,
    addStep: AddStep,
    turnInto: TurnInto,
    catalogue: Catalogue,
  ) {
    this.#popup = popup;
    this.#menus = menus;
    this.#addStep = addStep;
    this.#turnInto = turnInto;
    this.#catalogue = catalogue;
    pad.registerProvider(400, this);
    const getEmptyPlaceholder = () => nothing;
    popup.registerProvider(append, {
      getPopupMenuEntries: (step: CanvasElement) => this.#next(step),
      getEmptyPlaceholder,
    });
    popup.registerProvider(turn, {
      getPopupMenuEntries: (step: CanvasElement) => this.#instead(step),
      getEmptyPlaceholder,
    });
  }

  getContextPadEntries(step: CanvasElement) {
    return (before: PadEntries): PadEntries => {
      if (!isA(step, "bpmn:FlowNode") || before.append === undefined) return this.#turned(step, before);
      const { append: _library, ...others } = before;
      const plus = {
        group: "model",
        title: "Add what comes next (A)",
        imageUrl: iconUrl(Plus, "ink-soft"),
        action: { click: () => this.#menus.open(step, append, "What comes next?") },
      };
      const rest = Object.entries(others).filter(([id]) => !quick.includes(id));
      return this.#turned(step, { append: plus, ...Object.fromEntries(rest) });
    };
  }

  #turned(step: CanvasElement, entries: PadEntries): PadEntries {
    const { replace } = entries;
    if (replace === undefined || this.#ways(step).length === 0) return entries;
    return {
      ...entries,
      replace: {
        ...replace,
        title: "Turn it into something else (R)",
        className: "",
        imageUrl: iconUrl(RefreshCw, "ink-soft"),
        action: { click: () => this.#menus.open(step, turn, "Turn it into…") },
      },
    };
  }

  get #entries(): AddEntry[] {
    return addEntries(this.#catalogue.connectors);
  }

  #ways(step: CanvasElement): AddEntry[] {
    return this.#turnInto.ways(step, this.#entries);
  }

  #next(step: CanvasElement): Record<string, object> {
    const following = this.#entries.filter(({ action }) => action !== "arrives");
    const act: Act = ({ recipe }) => this.#addStep.appendTo(step, recipe);
    const drag = (event: Event, { recipe }: AddEntry) => this.#addStep.drag(event, recipe, step);
    const menu = choicesAmong(following).map((choice) => this.#choice(choice, act, drag));
    return Object.fromEntries([...menu, this.#everything(step, "bpmn-append", "All of BPMN")]);
  }

  #instead(step: CanvasElement): Record<string, object> {
    const act: Act = ({ recipe }) => this.#turnInto.turn(step, recipe);
    const menu = choicesAmong(this.#ways(step)).map((choice) => this.#choice(choice, act));
    return Object.fromEntries([...menu, this.#everything(step, "bpmn-replace", "All of BPMN")]);
  }

  /** An action with one way is that way; one with several opens. */
  #choice(choice: Choice, act: Act, drag?: (event: Event, entry: AddEntry) => void): [string, object] {
    const { action, ways } = choice;
    const [only, ...others] = ways;
    if (only !== undefined && others.length === 0) {
      return [action.id, { ...this.#way(only, act, drag), label: action.label, description: action.hint }];
    }
    const entries = Object.fromEntries(ways.map((way) => [way.id, this.#way(way, act, drag)]));
    const imageUrl = iconUrl(action.drawing, `kind-${action.kind}`);
    return [action.id, { label: action.label, description: action.hint, imageUrl, search: action.label, entries }];
  }

  #way(entry: AddEntry, act: Act, drag?: (event: Event, entry: AddEntry) => void): object {
    return {
      label: entry.label,
      description: entry.hint,
      search: entry.words,
      imageUrl: iconUrl(entry.drawing, `kind-${entry.kind}`),
      action: {
        click: () => {
          this.#popup.close();
          act(entry);
        },
        ...(drag === undefined
          ? {}
          : {
              dragstart: (event: Event) => {
                this.#popup.close();
                drag(event, entry);
              },
            }),
      },
    };
  }

  #everything(step: CanvasElement, menu: string, label: string): [string, object] {
    return [
      "all-of-bpmn",
      {
        label,
        description: "Every symbol, by its name.",
        search: "bpmn event gateway task subprocess more other",
        imageUrl: iconUrl(Ellipsis, "ink-soft"),
        group: { id: "more", name: "More" },
        action: { click: () => this.#menus.open(step, menu, label) },
      },
    ];
  }
}
