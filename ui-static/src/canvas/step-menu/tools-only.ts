interface Palette {
  registerProvider(priority: number, provider: object): void;
}

/** The list of actions, or the menu of all of BPMN, has these. */
const elsewhere = new Set([
  "create.start-event",
  "create.intermediate-event",
  "create.end-event",
  "create.exclusive-gateway",
  "create.task",
  "create.data-object",
  "create.data-store",
  "create.subprocess-expanded",
  "create.participant-expanded",
]);

/** The bar over the canvas keeps its tools, and one button for all of BPMN. */
export class ToolsOnly {
  static $inject = ["palette"];

  constructor(palette: Palette) {
    palette.registerProvider(300, this);
  }

  getPaletteEntries() {
    return (entries: Record<string, { title?: string }>) => {
      const kept = Object.entries(entries).filter(([id]) => !elsewhere.has(id));
      return Object.fromEntries(
        kept.map(([id, entry]) => [id, id === "create" ? { ...entry, title: "All of BPMN" } : entry]),
      );
    };
  }
}
