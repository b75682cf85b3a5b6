const name = "wireroom.copied";

/** What was copied: kept in the browser, so that every tab of it can paste. */
export class CopiedStore {
  #here: string | undefined;

  write(text: string): void {
    this.#here = text;
    try {
      localStorage.setItem(name, text);
    } catch {
      // why: storage may be full or switched off; this tab still pastes.
    }
  }

  read(): string | undefined {
    try {
      return localStorage.getItem(name) ?? this.#here;
    } catch {
      return this.#here;
    }
  }
}
