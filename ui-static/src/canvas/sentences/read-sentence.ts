import { isPath, pathPattern, unquote } from "../feel/literal.ts";
import {
  alone,
  functions,
  opposites,
  signs,
  type Clause,
  type Comparison,
  type Operand,
  type Sentence,
} from "./sentence.ts";

const entries = <T>(object: Partial<Record<Comparison, T>>) => Object.entries(object) as [Comparison, T][];

/** A condition in FEEL as a sentence; undefined when it says more than a sentence can. */
export function readSentence(feel: string): Sentence | undefined {
  const reading = new Reading(feel.trim().replace(/^=/, ""));
  const clauses: Clause[] = [];
  const joins = new Set<string>();
  do {
    const clause = reading.clause();
    if (clause === undefined) return undefined;
    clauses.push(clause);
  } while (reading.join(joins));
  if (!reading.isOver || joins.size > 1) return undefined;
  return { join: joins.has("or") ? "or" : "and", clauses };
}

class Reading {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#space();
  }

  get isOver(): boolean {
    return this.#at === this.#text.length;
  }

  join(joins: Set<string>): boolean {
    const found = this.#take(/(?:and|or)(?![\p{L}\p{N}_])/uy);
    if (found !== undefined) joins.add(found);
    return found !== undefined;
  }

  clause(): Clause | undefined {
    const start = this.#at;
    if (this.#take(/\(/y) !== undefined) {
      const inside = this.clause();
      if (inside !== undefined && this.#take(/\)/y) !== undefined) return inside;
      this.#at = start;
      return undefined;
    }
    return this.#called() ?? this.#compared();
  }

  /** `list contains(tags, "sport")`, also inside of `not(…)`. */
  #called(): Clause | undefined {
    const start = this.#at;
    const negated = this.#take(/not\s*\(/y) !== undefined;
    for (const [comparison, name] of entries(functions)) {
      if (this.#take(new RegExp(`${name.replace(" ", "\\s+")}\\s*\\(`, "y")) === undefined) continue;
      const path = this.#path();
      const operand = path === undefined || this.#take(/,/y) === undefined ? undefined : this.#operand();
      const closed = this.#take(/\)/y) !== undefined && (!negated || this.#take(/\)/y) !== undefined);
      const meant = negated ? entries(opposites).find(([, one]) => one === comparison)?.[0] : comparison;
      if (path !== undefined && operand !== undefined && closed && meant !== undefined) {
        return { path, comparison: meant, operand };
      }
      break;
    }
    this.#at = start;
    return undefined;
  }

  #compared(): Clause | undefined {
    const path = this.#path();
    if (path === undefined) return undefined;
    const sign = this.#take(/!=|<=|>=|=|<|>/y);
    const word = this.#take(/(?:true|false|null)(?![\p{L}\p{N}_.[])/uy);
    if (word !== undefined) {
      const comparison = entries(alone).find(([, said]) => said === `${sign ?? ""} ${word}`)?.[0];
      return comparison === undefined ? undefined : { path, comparison };
    }
    const comparison = entries(signs).find(([, one]) => one === sign)?.[0];
    const operand = comparison === undefined ? undefined : this.#operand();
    return comparison === undefined || operand === undefined ? undefined : { path, comparison, operand };
  }

  #path(): string | undefined {
    const start = this.#at;
    const found = this.#take(new RegExp(pathPattern, "uy"));
    if (found !== undefined && isPath(found)) return found;
    this.#at = start;
    return undefined;
  }

  #operand(): Operand | undefined {
    const literal = this.#take(/"(?:[^"\\]|\\.)*"/sy);
    if (literal !== undefined) {
      const text = unquote(literal);
      return text === undefined ? undefined : { is: "text", text };
    }
    const number = this.#take(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { is: "number", text: number };
    const path = this.#path();
    return path === undefined ? undefined : { is: "value", text: path };
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    this.#space();
    return found;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
