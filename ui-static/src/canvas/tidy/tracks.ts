/** A piece of a line between two columns or two rows. */
export interface Track {
  source: string;
  target: string;
  from: number;
  to: number;
  /** Which of the lines side by side it is. */
  index: number;
}

/** The room between two columns, or two rows: lines that would cover each other stand side by side. */
export class Aisle {
  readonly #tracks: Track[] = [];
  #count = 0;

  add(source: string, target: string, one: number, other: number): Track {
    const track = { source, target, from: Math.min(one, other), to: Math.max(one, other), index: 0 };
    this.#tracks.push(track);
    return track;
  }

  /** How many lines stand side by side. */
  get count(): number {
    return this.#count;
  }

  settle(): void {
    const placed: Track[][] = [];
    for (const track of [...this.#tracks].sort((a, b) => a.from - b.from || a.to - b.to)) {
      const free = placed.findIndex((row) => !row.some((other) => covers(track, other)));
      track.index = free < 0 ? placed.length : free;
      (placed[track.index] ??= []).push(track);
    }
    this.#count = placed.length;
  }
}

/** Lines that share an end may run together. */
const covers = (a: Track, b: Track) =>
  a.source !== b.source && a.target !== b.target && a.from < b.to && b.from < a.to;
