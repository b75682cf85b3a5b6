import type { ElementTemplate } from "../../api/connectors.ts";
import { isA, listOf, type ModdleObject } from "../model.ts";
import { brokerProblems } from "./broker-rules/linter.ts";
import { templateLinter, templateProblems, type TemplateLinter } from "./broker-rules/template-problems.ts";
import type { Found, Surroundings } from "./found.ts";
import { oneForEach } from "./one-for-each.ts";
import { ownProblems } from "./own-rules.ts";
import { expressions } from "./rules/expressions.ts";

/**
 * Looks at a whole drawing. Comes as a part of its own, after the canvas can be used: the rules are
 * many.
 */
export class Look {
  readonly #version: string;
  #templates: TemplateLinter | undefined;

  constructor(version: string) {
    this.#version = version;
  }

  async at(definitions: ModdleObject, around: Surroundings, templates: ElementTemplate[]): Promise<Found[]> {
    const processes = listOf(definitions, "rootElements").filter((one) => isA(one, "bpmn:Process"));
    const byId = new Map(processes.flatMap(everything).map((one) => [one.id, one]));
    const find = (id: string) => byId.get(id);
    if (this.#templates?.templates !== templates) this.#templates = templateLinter(templates);
    const [ofBroker, ofTemplates] = await Promise.all([
      brokerProblems(this.#version, definitions, find),
      templateProblems(this.#templates, definitions, find),
    ]);
    const own = processes.flatMap((process) => [
      ...ownProblems(process, around),
      ...expressions(process, this.#version),
    ]);
    return oneForEach([...own, ...ofTemplates, ...ofBroker]);
  }
}

const everything = (container: ModdleObject): ModdleObject[] => [
  container,
  ...listOf(container, "flowElements").flatMap(everything),
];
