import { brokerVersion } from "../../api/broker.ts";
import type { ElementTemplate } from "../../api/connectors.ts";
import type { Problem } from "../../api/types.ts";
import type { Catalogue } from "../cards/catalogue.ts";
import type { Connections } from "../connections/connections.ts";
import type { CanvasElement, ModdleObject } from "../model.ts";
import type { Fix, Found, Surroundings } from "./found.ts";
import type { Look } from "./look.ts";
import { connectionFixes, modelFixes } from "./rules/references.ts";

interface EventBus {
  on(events: string | string[], act: () => void): void;
  fire(event: string, payload: object): void;
}
interface Modeler {
  getDefinitions(): ModdleObject | undefined;
}
interface Elements {
  get(id: string): CanvasElement | undefined;
}
interface Templates {
  getAll(): ElementTemplate[];
}

/** Drawing goes on; what is wrong is said when the hand rests. */
const restsAfter = 250;

/** Looks at the drawing after each change and says what is wrong: `problems.found`. */
export class LiveLint {
  static $inject = ["eventBus", "bpmnjs", "elementRegistry", "elementTemplates", "catalogue", "connections"];

  found: readonly Found[] = [];
  readonly #eventBus: EventBus;
  readonly #modeler: Modeler;
  readonly #elements: Elements;
  readonly #templates: Templates;
  readonly #catalogue: Catalogue;
  readonly #connections: Connections;
  #look: Promise<Look> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #known: ElementTemplate[] = [];
  #turn = 0;

  constructor(
    eventBus: EventBus,
    modeler: Modeler,
    elements: Elements,
    templates: Templates,
    catalogue: Catalogue,
    connections: Connections,
  ) {
    this.#eventBus = eventBus;
    this.#modeler = modeler;
    this.#elements = elements;
    this.#templates = templates;
    this.#catalogue = catalogue;
    this.#connections = connections;
    const changed = ["import.done", "commandStack.changed", "catalogue.changed", "connections.changed"];
    eventBus.on(changed, () => this.#soon());
    eventBus.on("elementTemplates.changed", () => this.#soon());
    eventBus.on("diagram.destroy", () => clearTimeout(this.#timer));
  }

  /** Looks now, and not only when the hand rests. */
  async now(): Promise<readonly Found[]> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const look = await (this.#look ??= ready());
    const definitions = this.#modeler.getDefinitions();
    if (definitions === undefined || turn !== this.#turn) return this.found;
    const found = await look.at(definitions, this.around, this.#allTemplates());
    if (turn === this.#turn) {
      this.found = found;
      this.#eventBus.fire("problems.found", { problems: found });
    }
    return found;
  }

  get around(): Surroundings {
    return {
      connectors: this.#catalogue.connectors,
      models: this.#catalogue.models,
      connections: this.#connections.learned ? this.#connections.known : undefined,
    };
  }

  /** What the engine found, with what can be done about it here. */
  withFixes(problem: Problem): Found {
    const at = this.#elements.get(problem.elementId ?? "")?.businessObject;
    return { ...problem, about: problem.about ?? "", fixes: at === undefined ? [] : this.#fixes(problem, at) };
  }

  #fixes({ about }: Problem, at: ModdleObject): Fix[] {
    if (about === "connection") return connectionFixes(at, this.around);
    if (about === "model") return modelFixes(this.#catalogue.models);
    return [{ does: "open", label: "Show it" }];
  }

  /** The same list as long as the templates are the same: checking them takes its time. */
  #allTemplates(): ElementTemplate[] {
    const all = this.#templates.getAll();
    const same = all.length === this.#known.length && all.every((one, at) => one === this.#known[at]);
    if (!same) this.#known = all;
    return this.#known;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), restsAfter);
  }
}

async function ready(): Promise<Look> {
  const [{ Look }, version] = await Promise.all([import("./look.ts"), brokerVersion()]);
  return new Look(version ?? "8.6");
}
