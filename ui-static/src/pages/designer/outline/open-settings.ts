import type { Desk } from "../use-designer.ts";

const fields = "input, textarea, select, [contenteditable=true], button";

/** Selects an element; with `settings`, its panel is opened and its first field has the focus. */
export const openSettings =
  (desk: Desk, panel: { current: HTMLElement | null }) => (element: string, settings: boolean) => {
    desk.select(element);
    if (!settings) return;
    desk.showPanel(true);
    // why: the panel is drawn after it has been shown.
    requestAnimationFrame(() =>
      setTimeout(() => panel.current?.querySelector<HTMLElement>(fields)?.focus()),
    );
  };
