export interface KnownConnection {
  name: string;
  type: string;
}

/** How connections of a type are tested, if they can be. */
export interface Testable {
  type: string;
  testable: boolean;
  /** The test is a request to an address that a person gives. */
  testUrl?: boolean;
}

/** Asks the page for a new connection of one of these types; `done` gets its name. */
export interface ConnectionRequest {
  fitting: string[] | undefined;
  done: (name: string) => void;
}

interface EventBus {
  fire(event: string, payload?: object): void;
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

/** The names of the stored credentials that steps and webhooks can use. */
export class Connections {
  static $inject = ["eventBus"];

  known: readonly KnownConnection[] = [];
  types: readonly Testable[] = [];
  /** Whether anybody has said yet which there are. */
  learned = false;
  readonly #eventBus: EventBus;

  constructor(eventBus: EventBus) {
    this.#eventBus = eventBus;
  }

  learn(known: readonly KnownConnection[], types: readonly Testable[] = this.types): void {
    this.known = known;
    this.types = types;
    this.learned = true;
    this.#eventBus.fire("connections.changed");
  }

  request(request: ConnectionRequest): void {
    this.#eventBus.fire("connection.requested", { request });
  }

  onChange(act: () => void): () => void {
    this.#eventBus.on("connections.changed", act);
    return () => this.#eventBus.off("connections.changed", act);
  }
}
