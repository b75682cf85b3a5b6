/** What this browser has and the engine does not (yet): survives a reload, a crash, no network. */
export interface LocalCopy {
  xml: string;
  /** The engine's state that the change was made on. */
  etag: string;
  at: string;
}

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class LocalCopies {
  readonly #place: Place;
  readonly #name: string;

  constructor(place: Place, workflow: string) {
    this.#place = place;
    this.#name = `wireroom.draft.${workflow}`;
  }

  read(): LocalCopy | undefined {
    const text = this.#place.getItem(this.#name);
    if (text === null) return undefined;
    try {
      const copy = JSON.parse(text) as Partial<LocalCopy>;
      return typeof copy.xml === "string" && typeof copy.etag === "string"
        ? { xml: copy.xml, etag: copy.etag, at: copy.at ?? "" }
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** False when this browser has no room for it; an older copy is then still there. */
  keep(copy: LocalCopy): boolean {
    try {
      this.#place.setItem(this.#name, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  drop(): void {
    this.#place.removeItem(this.#name);
  }
}
