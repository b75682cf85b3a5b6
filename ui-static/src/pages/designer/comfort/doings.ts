import type { Comfort } from "../../../canvas/comfort/index.ts";
import type { DesignerDoing } from "../../../panels/palette/designer-keys.ts";
import { sentence } from "../../../panels/parts/messages.tsx";
import { toast } from "../../../panels/parts/toasts.tsx";
import { download } from "../../../panels/values/download.ts";
import type { Desk } from "../use-designer.ts";
import type { Table } from "../table.ts";

/** What each line of the list of keys does. */
export function doings(desk: Desk, table: Table): Record<DesignerDoing, () => void> {
  const { comfort, commands } = table;
  const act = (action: string, options?: object) => () => comfort.act(action, options);
  // why: these ask where the pointer is; by keys it is nowhere, and they open at the step.
  const opens = (action: string) => () => comfort.act(action, new MouseEvent("click"));
  const align = (type: string) => act("alignElements", { type });
  const move = (direction: string, accelerated: boolean) => act("moveSelection", { direction, accelerated });
  const look = (direction: string) => act("moveCanvas", { direction, speed: 80 });
  return {
    addStep: () => focusOn(".add-list input"),
    addAnything: opens("createElement"),
    append: opens("appendElement"),
    replace: opens("replaceElement"),
    rename: act("directEditing"),
    settings: () => showSettings(desk, comfort),
    next: () => comfort.walk(1, false),
    previous: () => comfort.walk(-1, false),
    alsoNext: () => comfort.walk(1, true),
    alsoPrevious: () => comfort.walk(-1, true),
    tryStep: () => tryChosen(table),
    all: act("selectElements"),
    nothing: () => comfort.chooseNothing(),
    copy: () => said(comfort.clipboard.copy(), "copied. Paste here, in another workflow or another tab."),
    cut: () => said(comfort.clipboard.cut(), "cut. Paste here, in another workflow or another tab."),
    paste: () => paste(comfort),
    duplicate: () => void comfort.clipboard.duplicate(),
    remove: act("removeSelection"),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    tidy: () => tidy(table),
    left: align("left"),
    centre: align("center"),
    right: align("right"),
    top: align("top"),
    middle: align("middle"),
    bottom: align("bottom"),
    spreadAcross: act("distributeElements", { type: "horizontal" }),
    spreadDown: act("distributeElements", { type: "vertical" }),
    note: () => comfort.annotations.addNote(),
    frame: () => comfort.annotations.addFrame(),
    colour: () => comfort.chooseColour(),
    moveLeft: move("left", false),
    moveRight: move("right", false),
    moveUp: move("up", false),
    moveDown: move("down", false),
    farLeft: move("left", true),
    farRight: move("right", true),
    farUp: move("up", true),
    farDown: move("down", true),
    find: act("find"),
    fit: () => table.inSight.fit(),
    asDrawn: act("zoom", { value: 1 }),
    larger: () => table.inSight.zoomBy(1.25),
    smaller: () => table.inSight.zoomBy(0.8),
    map: () => comfort.minimap.toggle(),
    lastRun: () => table.lastRun.toggle(),
    lookLeft: look("left"),
    lookRight: look("right"),
    lookUp: look("up"),
    lookDown: look("down"),
    hand: act("handTool"),
    lasso: act("lassoTool"),
    space: act("spaceTool"),
    connect: act("globalConnectTool"),
    print: () => print(),
    png: () => save(desk, "png", () => comfort.picture.png(desk.name)),
    svg: () => save(desk, "svg", () => comfort.picture.svg(desk.name)),
  };
}

function tidy(table: Table): void {
  if (!table.comfort.tidyUp()) return toast({ text: "Everything is in order already." });
  table.inSight.fit();
  toast({ text: "Tidied up.", action: { label: "Undo", act: () => table.commands.undo() } });
}

function tryChosen(table: Table): void {
  if (table.tryStep.requestChosen()) return;
  toast({ text: "Choose one step that does something, such as reading a feed or asking a model." });
}

function paste(comfort: Comfort): void {
  try {
    if (comfort.clipboard.paste() === 0) toast({ text: "Nothing has been copied yet." });
  } catch (problem) {
    toast({ text: `This could not be pasted: ${sentence(problem)}`, failed: true });
  }
}

const said = (count: number, what: string) =>
  toast({ text: count === 0 ? "Choose a step first." : `${count === 1 ? "1 step" : `${count} steps`} ${what}` });

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** why: the panel draws what was chosen a moment later. */
function showSettings(desk: Desk, comfort: Comfort): void {
  if (comfort.chosen === 0) return;
  desk.showPanel(true);
  setTimeout(() => {
    const fields = [...document.querySelectorAll<HTMLElement>(".designer__panel :is(" + fillable + ")")];
    const seen = fields.find((field) => field.offsetParent !== null);
    if (seen === undefined) focusOn(".designer__panel button");
    else seen.focus();
  }, 60);
}

const fillable = "input, textarea, select, [contenteditable=true]";

const types = { png: "image/png", svg: "image/svg+xml" };

function save(desk: Desk, kind: "png" | "svg", make: () => Promise<BlobPart>): void {
  make().then(
    (content) => download(`${desk.workflow}.${kind}`, content, types[kind]),
    (problem: unknown) => toast({ text: sentence(problem), failed: true }),
  );
}
