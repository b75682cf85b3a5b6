import type { IconName } from "../parts/icon.tsx";

export interface DesignerKey {
  id: string;
  group: "Steps" | "Arrange" | "Look" | "File";
  label: string;
  /** All that do it; the first is shown. None: only in menus and the command palette. */
  keys: readonly string[];
  icon: IconName;
  /** Also while the keyboard is beside the drawing, as long as no text is being written. */
  everywhere?: true;
  /** Of no use in the command palette. */
  keyOnly?: true;
  /** What the key does is written where its button is. */
  elsewhere?: true;
}

const listed = [
  { id: "addStep", group: "Steps", label: "Add a step", keys: ["N"], icon: "add" },
  { id: "addAnything", group: "Steps", label: "Add anything of BPMN", keys: ["Shift+N"], icon: "add" },
  { id: "append", group: "Steps", label: "Append to the chosen step", keys: ["A"], icon: "goesOn" },
  { id: "intents", group: "Steps", label: "If the chosen step fails, takes long…", keys: ["I"], icon: "goesOn", keyOnly: true, elsewhere: true },
  { id: "replace", group: "Steps", label: "Change what the chosen step is", keys: ["R"], icon: "replay" },
  { id: "rename", group: "Steps", label: "Rename the chosen step", keys: ["E", "F2"], icon: "edit" },
  { id: "settings", group: "Steps", label: "To the settings of the chosen step", keys: ["Enter"], icon: "settings" },
  { id: "tryStep", group: "Steps", label: "Try the chosen step", keys: ["Y"], icon: "try" },
  { id: "next", group: "Steps", label: "Next step", keys: ["J"], icon: "right", keyOnly: true },
  { id: "previous", group: "Steps", label: "Previous step", keys: ["K"], icon: "back", keyOnly: true },
  { id: "alsoNext", group: "Steps", label: "Choose the next one as well", keys: ["Shift+J"], icon: "right", keyOnly: true },
  { id: "alsoPrevious", group: "Steps", label: "Choose the one before as well", keys: ["Shift+K"], icon: "back", keyOnly: true },
  { id: "all", group: "Steps", label: "Choose everything", keys: ["Ctrl+A"], icon: "pointer" },
  { id: "nothing", group: "Steps", label: "Choose nothing, stop a tool, leave the settings", keys: ["Esc"], icon: "close", keyOnly: true },
  { id: "copy", group: "Steps", label: "Copy", keys: ["Ctrl+C"], icon: "copy" },
  { id: "cut", group: "Steps", label: "Cut", keys: ["Ctrl+X"], icon: "cut" },
  { id: "paste", group: "Steps", label: "Paste, also from another workflow", keys: ["Ctrl+V"], icon: "paste" },
  { id: "duplicate", group: "Steps", label: "Duplicate", keys: ["Ctrl+D"], icon: "duplicate" },
  { id: "remove", group: "Steps", label: "Delete", keys: ["Del", "Backspace"], icon: "trash" },
  { id: "undo", group: "Steps", label: "Undo", keys: ["Ctrl+Z"], icon: "undo", everywhere: true },
  { id: "redo", group: "Steps", label: "Redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], icon: "redo", everywhere: true },

  { id: "tidy", group: "Arrange", label: "Tidy up", keys: ["T"], icon: "tidy" },
  { id: "left", group: "Arrange", label: "Align left", keys: ["Shift+L"], icon: "alignLeft" },
  { id: "centre", group: "Arrange", label: "Align in the middle, upright", keys: ["Shift+C"], icon: "alignCentre" },
  { id: "right", group: "Arrange", label: "Align right", keys: ["Shift+R"], icon: "alignRight" },
  { id: "top", group: "Arrange", label: "Align at the top", keys: ["Shift+U"], icon: "alignTop" },
  { id: "middle", group: "Arrange", label: "Align in the middle, level", keys: ["Shift+M"], icon: "alignMiddle" },
  { id: "bottom", group: "Arrange", label: "Align at the bottom", keys: ["Shift+B"], icon: "alignBottom" },
  { id: "spreadAcross", group: "Arrange", label: "Same distance, across", keys: ["Shift+H"], icon: "spreadAcross" },
  { id: "spreadDown", group: "Arrange", label: "Same distance, down", keys: ["Shift+V"], icon: "spreadDown" },
  { id: "note", group: "Arrange", label: "Write a note", keys: ["Shift+T"], icon: "note" },
  { id: "frame", group: "Arrange", label: "Draw a frame around", keys: ["Shift+G"], icon: "frame" },
  { id: "colour", group: "Arrange", label: "Colour", keys: ["Shift+P"], icon: "colour" },
  { id: "moveLeft", group: "Arrange", label: "Move left", keys: ["Left"], icon: "back", keyOnly: true },
  { id: "moveRight", group: "Arrange", label: "Move right", keys: ["Right"], icon: "right", keyOnly: true },
  { id: "moveUp", group: "Arrange", label: "Move up", keys: ["Up"], icon: "down", keyOnly: true },
  { id: "moveDown", group: "Arrange", label: "Move down", keys: ["Down"], icon: "down", keyOnly: true },
  { id: "farLeft", group: "Arrange", label: "Move far left", keys: ["Shift+Left"], icon: "back", keyOnly: true },
  { id: "farRight", group: "Arrange", label: "Move far right", keys: ["Shift+Right"], icon: "right", keyOnly: true },
  { id: "farUp", group: "Arrange", label: "Move far up", keys: ["Shift+Up"], icon: "down", keyOnly: true },
  { id: "farDown", group: "Arrange", label: "Move far down", keys: ["Shift+Down"], icon: "down", keyOnly: true },

  { id: "find", group: "Look", label: "Find on the drawing", keys: ["Ctrl+F"], icon: "search", everywhere: true },
  { id: "fit", group: "Look", label: "Show everything", keys: ["Ctrl+1"], icon: "fit", everywhere: true },
  { id: "asDrawn", group: "Look", label: "Size as drawn", keys: ["Ctrl+0"], icon: "fit", everywhere: true },
  { id: "larger", group: "Look", label: "Larger, also by wheel with Ctrl, or pinch", keys: ["Ctrl+Plus"], icon: "zoomIn", everywhere: true },
  { id: "smaller", group: "Look", label: "Smaller", keys: ["Ctrl+Minus"], icon: "zoomOut", everywhere: true },
  { id: "outline", group: "Look", label: "Outline of the steps", keys: ["O"], icon: "outline", keyOnly: true, elsewhere: true },
  { id: "map", group: "Look", label: "Map of the drawing", keys: ["M"], icon: "map" },
  { id: "lastRun", group: "Look", label: "What the last run did at each step", keys: ["V"], icon: "history" },
  { id: "lookLeft", group: "Look", label: "Look further left", keys: ["Ctrl+Left"], icon: "back", keyOnly: true },
  { id: "lookRight", group: "Look", label: "Look further right", keys: ["Ctrl+Right"], icon: "right", keyOnly: true },
  { id: "lookUp", group: "Look", label: "Look further up", keys: ["Ctrl+Up"], icon: "down", keyOnly: true },
  { id: "lookDown", group: "Look", label: "Look further down", keys: ["Ctrl+Down"], icon: "down", keyOnly: true },
  { id: "hand", group: "Look", label: "Move the drawing by hand", keys: ["H"], icon: "hand" },
  { id: "holdHand", group: "Look", label: "Move the drawing while held", keys: ["Space"], icon: "hand", keyOnly: true, elsewhere: true },
  { id: "lasso", group: "Look", label: "Choose with a lasso, or by clicks with Shift", keys: ["L"], icon: "lasso" },
  { id: "space", group: "Look", label: "Make or take room", keys: ["S"], icon: "space" },
  { id: "connect", group: "Look", label: "Draw a line", keys: ["C"], icon: "line" },

  { id: "publish", group: "File", label: "Publish", keys: ["Ctrl+Enter"], icon: "publish", keyOnly: true, elsewhere: true },
  { id: "try", group: "File", label: "Run the draft", keys: ["Ctrl+Shift+Enter"], icon: "run", keyOnly: true, elsewhere: true },
  { id: "print", group: "File", label: "Print on one page", keys: ["Ctrl+P"], icon: "print", everywhere: true },
  { id: "png", group: "File", label: "Save as a picture (PNG)", keys: [], icon: "picture" },
  { id: "svg", group: "File", label: "Save as a drawing (SVG)", keys: [], icon: "picture" },
] as const satisfies readonly DesignerKey[];

type Listed = (typeof listed)[number];

/** What the canvas can be asked to do. */
export type DesignerDoing = Exclude<Listed, { elsewhere: true }>["id"];

/**
 * The designer's keys: the sheet of keys shows this list, the canvas answers to it, and the
 * command palette offers it. There are no other keys.
 */
export const designerKeys: readonly DesignerKey[] = listed;

export const designerKey = (id: DesignerDoing): DesignerKey =>
  designerKeys.find((one) => one.id === id) ?? listed[0];

const names: Record<string, string> = {
  " ": "Space",
  "+": "Plus",
  "=": "Plus",
  "-": "Minus",
  Escape: "Esc",
  Delete: "Del",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
};

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** A pressed key as the list writes it; letters of other scripts count by their place. */
export function written(pressed: Pressed): string {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const byPlace = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  const letter = byPlace ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : undefined);
  const name = letter ?? names[key] ?? key;
  const shift = shiftKey && (letter !== undefined || name.length > 1) && name !== "Plus";
  return [ctrlKey || metaKey ? "Ctrl" : "", altKey ? "Alt" : "", shift ? "Shift" : "", name]
    .filter(Boolean)
    .join("+");
}

export function doingFor(pressed: Pressed): { id: DesignerDoing; everywhere: boolean } | undefined {
  const text = written(pressed);
  const found = designerKeys.find((one) => one.elsewhere !== true && one.keys.includes(text));
  return found === undefined
    ? undefined
    : { id: found.id as DesignerDoing, everywhere: found.everywhere === true };
}

const signs: Record<string, string> = { Left: "←", Right: "→", Up: "↑", Down: "↓", Plus: "+", Minus: "−" };

/** "Ctrl+Left" as the caps of a keyboard. */
export const caps = (combination: string): string[] =>
  combination.split("+").map((part) => signs[part] ?? part);
