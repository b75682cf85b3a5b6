import { useRef } from "preact/hooks";
import { colours } from "../../../canvas/colours/palette.ts";
import { useKeys, writes } from "../../../panels/parts/use-keys.ts";
import type { Command } from "../../../panels/palette/commands.ts";
import { caps, designerKeys, doingFor, type DesignerDoing } from "../../../panels/palette/designer-keys.ts";
import { usePageCommands } from "../../../panels/palette/page-commands.ts";
import type { Desk } from "../use-designer.ts";
import { doings } from "./doings.ts";

/** The list of keys, at work: on the drawing, and in the command palette. */
export function useTableKeys(desk: Desk): void {
  const latest = useRef(desk);
  latest.current = desk;
  usePageCommands(() => commands(latest.current));

  // why: before the canvas, which would move things by arrows of its own.
  useKeys((event) => {
    const { table } = latest.current;
    const found = table === undefined || isElsewhere(event) ? undefined : doingFor(event);
    if (found === undefined || table === undefined) return;
    if (!found.everywhere && !isOnDrawing(event.target)) return;
    if (found.id === "nothing") return table.comfort.chooseNothing();
    event.preventDefault();
    event.stopPropagation();
    doings(latest.current, table)[found.id]();
  }, true);
  useKeys((event) => {
    if (leavesPanel(event)) latest.current.table?.comfort.focus();
  });
}

/** Escape in the settings leads back to the drawing, where nothing else is there to close. */
const leavesPanel = ({ key, target, defaultPrevented }: KeyboardEvent) =>
  key === "Escape" &&
  !defaultPrevented &&
  target instanceof Element &&
  target.closest(".designer__panel") !== null &&
  document.querySelector(".cm-tooltip-autocomplete, [role=dialog], [role=menu]") === null;

const isElsewhere = ({ target }: Event) =>
  writes(target) || document.querySelector("[role=dialog], [role=menu]") !== null;

/** The canvas, or nothing else: a button or a list has keys of its own. */
function isOnDrawing(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target === document.body || target.id === "main") return true;
  return (
    target.closest(".designer__canvas") !== null &&
    target.closest(".djs-popup, .djs-popup-parent, .djs-search-container") === null
  );
}

function commands(desk: Desk): Command[] {
  const { table } = desk;
  if (table === undefined || desk.opening.is !== "here") return [];
  const acts = doings(desk, table);
  const listed = designerKeys
    .filter(({ keyOnly }) => keyOnly !== true)
    .map(({ id, label, icon, keys: [first] }): Command => ({
      group: "This drawing",
      icon,
      label,
      ...(first === undefined ? {} : { hint: caps(first).join(" ") }),
      act: () => afterwards(table.comfort, acts[id as DesignerDoing]),
    }));
  const painted = colours.map((colour): Command => ({
    group: "This drawing",
    icon: "colour",
    label: `Colour: ${colour.label.toLowerCase()}`,
    act: () => afterwards(table.comfort, () => table.comfort.paint(colour)),
  }));
  return [...listed, ...painted];
}

/** why: the palette gives the focus back when it is gone; what is done may want it. */
const afterwards = (comfort: { focus(): void }, act: () => void) =>
  setTimeout(() => {
    comfort.focus();
    act();
  });
