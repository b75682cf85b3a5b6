import { nameOf } from "../lint/called.ts";
import { beginsByItself, FlowGraph, targets } from "../lint/flow-graph.ts";
import { isA, type ModdleObject } from "../model.ts";
import { meeting } from "./branches.ts";
import { movable } from "./moves.ts";
import type { OutlineNode } from "./node.ts";
import { kindOf, wayWord, whenWord, wordOf } from "./words.ts";

export interface Places {
  /** What people call a connector. */
  connectorName(type: string): string | undefined;
  /** How its card looks. */
  look?(step: ModdleObject): Pick<OutlineNode, "drawing" | "tone">;
  /** Where an element is drawn, for what has no order of its own. */
  at(id: string): { x: number; y: number } | undefined;
}

/** The workflow as lines in reading order: every element once, ways and groups indented. */
export const outlineOf = (process: ModdleObject, places: Places): OutlineNode[] =>
  new Container(process, places).lines();

class Container {
  readonly #graph: FlowGraph;
  readonly #places: Places;
  readonly #told = new Set<ModdleObject>();
  /** What follows a step anyway, while it is told what happens on its edge. */
  readonly #later = new Set<ModdleObject>();
  #jumps = 0;

  constructor(container: ModdleObject, places: Places) {
    this.#graph = new FlowGraph(container);
    this.#places = places;
  }

  lines(): OutlineNode[] {
    const begins = this.#asDrawn(this.#graph.nodes.filter(beginsByItself));
    const main = begins.flatMap((node) => (this.#told.has(node) ? [] : this.#from(node, undefined)));
    const loose = this.#loose();
    if (main.length === 0 || loose.length === 0) return [...main, ...loose];
    return [...main, line("loose", "heading", undefined, "", "Not connected yet", loose)];
  }

  /** Nothing is left out, also what no arrow leads to. */
  #loose(): OutlineNode[] {
    const lines: OutlineNode[] = [];
    const left = () => this.#graph.nodes.filter((node) => !this.#told.has(node));
    for (let rest = left(); rest.length > 0; rest = left()) {
      const first = rest.filter((node) => !this.#graph.before(node).some((one) => rest.includes(one)));
      const [next] = this.#asDrawn(first.length > 0 ? first : rest);
      if (next !== undefined) lines.push(...this.#from(next, undefined));
    }
    return lines;
  }

  /** The lines from an element up to where its ways meet others. */
  #from(start: ModdleObject, until: ModdleObject | undefined, source?: ModdleObject): OutlineNode[] {
    const lines: OutlineNode[] = [];
    let node: ModdleObject | undefined = start;
    let before = source;
    while (node !== undefined && node !== until) {
      if (this.#told.has(node) || this.#later.has(node)) {
        lines.push(this.#jump(node, before));
        break;
      }
      this.#told.add(node);
      const ways: ModdleObject[] = this.#graph.outgoing(node);
      const meets: ModdleObject | undefined = ways.length > 1 ? meeting(node, ways, this.#graph) : undefined;
      lines.push(this.#line(node, ways, meets ?? until));
      before = node;
      node = ways.length > 1 ? meets : targets(ways)[0];
    }
    return movable(lines, this.#graph);
  }

  #line(node: ModdleObject, ways: readonly ModdleObject[], until: ModdleObject | undefined): OutlineNode {
    const inner = isA(node, "bpmn:SubProcess") ? new Container(node, this.#places).lines() : [];
    const events = this.#asDrawn(this.#graph.attached(node)).map((event) => this.#onEvent(event, node));
    const branches =
      ways.length > 1 ? ways.map((way, at) => this.#way(way, node, at, until)) : [];
    const word = wordOf(node, (type) => this.#places.connectorName(type), ways.length);
    const own = line(node.id, kindOf(node), node.id, nameOf(node), word, [...inner, ...events, ...branches]);
    return { ...own, ...this.#places.look?.(node) };
  }

  #way(way: ModdleObject, split: ModdleObject, at: number, until: ModdleObject | undefined): OutlineNode {
    const [target] = targets([way]);
    const lines = target === undefined ? [] : this.#from(target, until, split);
    return line(way.id, "way", way.id, nameOf(way), wayWord(way, split, at), lines);
  }

  /** What is watched for on an edge, up to where it comes to the steps that follow anyway. */
  #onEvent(event: ModdleObject, host: ModdleObject): OutlineNode {
    this.#told.add(event);
    const next = (node: ModdleObject) => targets(this.#graph.outgoing(node));
    const later = [...this.#graph.reach(next(host), next)].filter((node) => !this.#later.has(node));
    later.forEach((node) => this.#later.add(node));
    const lines = next(event).flatMap((target) => this.#from(target, undefined, event));
    later.forEach((node) => this.#later.delete(node));
    return line(event.id, "onEvent", event.id, nameOf(event), whenWord(event), lines);
  }

  #jump(to: ModdleObject, from: ModdleObject | undefined): OutlineNode {
    const back = from !== undefined && this.#graph.reach([to]).has(from);
    const what = wordOf(to, (type) => this.#places.connectorName(type), this.#graph.outgoing(to).length);
    const name = nameOf(to) === "" ? what : nameOf(to);
    return line(`jump-${to.id}-${++this.#jumps}`, "jump", to.id, name, back ? "Back to" : "Goes on at", []);
  }

  /** From top to bottom, from left to right: as it is read on the canvas. */
  #asDrawn(nodes: readonly ModdleObject[]): ModdleObject[] {
    const place = ({ id }: ModdleObject) => this.#places.at(id) ?? { x: 0, y: 0 };
    return [...nodes].sort((one, other) => place(one).y - place(other).y || place(one).x - place(other).x);
  }
}

const line = (
  key: string,
  kind: OutlineNode["kind"],
  element: string | undefined,
  name: string,
  word: string,
  children: OutlineNode[],
): OutlineNode => ({ key, kind, element, name, word, children });
