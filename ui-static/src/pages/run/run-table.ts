import type { ConnectorInfo, Model } from "../../api/types.ts";
import type { Catalogue } from "../../canvas/cards/catalogue.ts";
import { fitInside, type Fitted } from "../../canvas/fit.ts";
import type { LiveRun } from "../../canvas/live-run/index.ts";
import { fontsReady } from "../../canvas/looks.ts";
import type { CanvasElement } from "../../canvas/model.ts";
import { runCanvas, type RunCanvas } from "../../canvas/run-canvas.ts";
import type { Mark } from "../../run/marks.ts";

interface View extends Fitted {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

/** The viewer's services by the words of the run page. */
export class RunTable {
  readonly #viewer: RunCanvas;
  readonly #box: HTMLElement;
  #chosen: string | undefined;
  readonly #resized: ResizeObserver;
  #drawn = false;
  /** False once a person has moved or zoomed the drawing: then it stays as they left it. */
  #fitted = true;
  #fitting = false;
  /** The page has gone on to something else while the drawing was on its way. */
  #gone = false;

  constructor(box: HTMLElement, choose: (element: string | undefined) => void) {
    this.#box = box;
    this.#viewer = runCanvas(box);
    this.#viewer.on("element.click", ({ element }: { element: CanvasElement }) => {
      const shape = element.labelTarget ?? element;
      choose(shape.parent === undefined ? undefined : shape.id);
    });
    this.#viewer.on("canvas.viewbox.changed", () => {
      this.#fitted &&= this.#fitting;
    });
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(box);
  }

  async show(xml: string): Promise<void> {
    await fontsReady();
    if (this.#gone) return;
    await this.#viewer.importXML(xml);
    if (this.#gone) return;
    this.#drawn = true;
    this.fit();
  }

  learn(connectors: ConnectorInfo[], models: Model[]): void {
    if (!this.#gone) this.#get<Catalogue>("catalogue").learn(connectors, models);
  }

  mark(marks: ReadonlyMap<string, Mark>): void {
    this.#get<LiveRun>("liveRun").show(marks);
  }

  choose(element: string | undefined): void {
    const elements = this.#get<{ get(id: string): unknown }>("elementRegistry");
    if (this.#chosen !== undefined) this.#view.removeMarker(this.#chosen, "is-chosen");
    this.#chosen = element !== undefined && elements.get(element) !== undefined ? element : undefined;
    if (this.#chosen !== undefined) this.#view.addMarker(this.#chosen, "is-chosen");
  }

  fit(): void {
    this.#fitting = true;
    this.#fitted = true;
    fitInside(this.#view, { top: 32, right: 24, bottom: 32, left: 24 });
    this.#fitting = false;
  }

  #resize(): void {
    // why: a box that is being taken away has no size, and nothing fits in it.
    if (this.#gone || this.#box.clientWidth === 0) return;
    const stays = this.#fitted;
    this.#fitting = true;
    this.#get<{ resized(): void }>("canvas").resized();
    this.#fitting = false;
    if (stays && this.#drawn) this.fit();
  }

  destroy(): void {
    this.#gone = true;
    this.#resized.disconnect();
    this.#viewer.destroy();
  }

  get #view(): View {
    return this.#get<View>("canvas");
  }

  #get<T>(service: string): T {
    return this.#viewer.get(service);
  }
}
