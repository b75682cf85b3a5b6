import type { DesignerCanvas } from "../../../canvas/designer-canvas.ts";
import type { LiveRun } from "../../../canvas/live-run/index.ts";
import type { CanvasElement } from "../../../canvas/model.ts";
import { startsAmong, type Start } from "../../../canvas/trigger/starts.ts";
import type { Mark } from "../../../run/marks.ts";

interface Canvas {
  getRootElement(): CanvasElement;
  resized(): void;
}

/** The drawing table while what is drawn runs. */
export class DrawnRun {
  readonly #modeler: DesignerCanvas;

  constructor(modeler: DesignerCanvas) {
    this.#modeler = modeler;
  }

  /** The ways in which the workflow begins. */
  get starts(): Start[] {
    return startsAmong(this.#get<{ getAll(): CanvasElement[] }>("elementRegistry").getAll());
  }

  /** Shows how far a run is, on the drawing that is being changed. */
  mark(marks: ReadonlyMap<string, Mark>): void {
    this.#get<LiveRun>("liveRun").show(marks);
  }

  clearMarks(): void {
    this.#get<LiveRun>("liveRun").clear();
  }

  /** The one thing that is selected, now and later. */
  onSelected(act: (id: string | undefined) => void): () => void {
    const tell = (chosen: readonly CanvasElement[]) => {
      const [only] = chosen;
      const root = this.#get<Canvas>("canvas").getRootElement();
      act(chosen.length === 1 && only !== root ? only?.id : undefined);
    };
    const listener = ({ newSelection }: { newSelection: CanvasElement[] }) => tell(newSelection);
    tell(this.#get<{ get(): CanvasElement[] }>("selection").get());
    this.#modeler.on("selection.changed", listener);
    return () => this.#modeler.off("selection.changed", listener);
  }

  /** The canvas has another size now. */
  resized(): void {
    this.#get<Canvas>("canvas").resized();
  }

  #get<T>(service: string): T {
    return this.#modeler.get(service);
  }
}
