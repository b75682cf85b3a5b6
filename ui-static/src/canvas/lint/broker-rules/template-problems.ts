import { Linter } from "bpmnlint";
import { CloudElementTemplatesLinterPlugin } from "bpmn-js-element-templates";
import type { ElementTemplate } from "../../../api/connectors.ts";
import { modelTemplate, type ModdleObject } from "../../model.ts";
import { anError, type Found } from "../found.ts";

const rule = "element-templates/validate";

export interface TemplateLinter {
  templates: readonly ElementTemplate[];
  linter: Linter;
}

/** Checks each step against the form of its connector: lengths, patterns, what may not be empty. */
export function templateLinter(templates: ElementTemplate[]): TemplateLinter {
  const { config, resolver } = CloudElementTemplatesLinterPlugin(templates);
  const rules = { [rule]: config.rules[rule] ?? "off" };
  return { templates, linter: new Linter({ config: { rules }, resolver }) };
}

export async function templateProblems(
  { templates, linter }: TemplateLinter,
  definitions: ModdleObject,
  find: (id: string) => ModdleObject | undefined,
): Promise<Found[]> {
  const reports = (await linter.lint(definitions))[rule] ?? [];
  return reports.flatMap(({ id, message, category }) => {
    const at = find(id ?? "");
    if (at === undefined || category === "rule-error") return [];
    const template = templates.find((one) => one.id === modelTemplate(at));
    if (template === undefined) return [];
    const field = template.properties.find(({ label }) => label !== undefined && message.startsWith(label));
    const input = field?.binding.name ?? "";
    return [
      anError(at, {
        about: input === "" ? `template:${message}` : `input:${input}`,
        message: message.replace(/([^.])$/, "$1."),
        fix: "Change it in the settings of the step.",
        fixes: [{ does: "open", label: "Show it" }],
      }),
    ];
  });
}
