import type { ConnectorInfo, Model } from "../../api/types.ts";
import type { Known } from "./describe.ts";

interface EventBus {
  fire(event: string): void;
}

/** What the canvas knows about connectors and models; may arrive after the diagram. */
export class Catalogue implements Known {
  static $inject = ["eventBus"];

  connectors: readonly ConnectorInfo[] = [];
  models: readonly Model[] = [];
  readonly #eventBus: EventBus;

  constructor(eventBus: EventBus) {
    this.#eventBus = eventBus;
  }

  learn(connectors: readonly ConnectorInfo[], models: readonly Model[]): void {
    this.connectors = connectors;
    this.models = models;
    this.#eventBus.fire("catalogue.changed");
  }
}
