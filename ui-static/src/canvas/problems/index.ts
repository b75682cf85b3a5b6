import type { Problem } from "../../api/types.ts";
import { groupBy } from "../../run/group-by.ts";
import { svg } from "../cards/svg.ts";

interface Overlays {
  add(element: string, kind: string, overlay: object): string;
  remove(filter: { type: string }): void;
}
interface Elements {
  get(id: string): { parent?: unknown } | undefined;
}

const kind = "wireroom-problem";

/** A small flag on each element that has a problem. */
export class ProblemFlags {
  static $inject = ["overlays", "elementRegistry"];

  readonly #overlays: Overlays;
  readonly #elements: Elements;

  constructor(overlays: Overlays, elements: Elements) {
    this.#overlays = overlays;
    this.#elements = elements;
  }

  show(problems: readonly Problem[]): void {
    this.#overlays.remove({ type: kind });
    for (const [id, own] of groupBy(problems, (problem) => problem.elementId ?? "")) {
      // why: the whole workflow has no corner that a flag could sit on.
      if (this.#elements.get(id)?.parent === undefined) continue;
      this.#overlays.add(id, kind, { position: { top: -12, right: 12 }, html: flag(own) });
    }
  }
}

function flag(problems: Problem[]): HTMLElement {
  const element = document.createElement("div");
  const worst = problems.some((problem) => problem.severity === "error") ? "error" : "warning";
  element.className = `problem-flag is-${worst}`;
  const said = problems.map((problem) => problem.message).join("\n");
  element.title = said;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", said);
  const icon = svg(element, "svg", { viewBox: "0 0 24 24", width: 12, height: 12 });
  svg(icon, "path", { d: "M12 5v9 M12 19v.01" });
  return element;
}

export const problemsModule = { problemFlags: ["type", ProblemFlags] };
