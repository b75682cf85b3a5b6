import { jobType, modelTemplate, type CanvasElement } from "../model.ts";
import type { ElementTemplate } from "../../api/connectors.ts";

interface ElementTemplates {
  getAll(): ElementTemplate[];
  _getTemplateId(element: CanvasElement): string | undefined;
  _getTemplateVersion(element: CanvasElement): number | undefined;
}

/**
 * A step whose diagram names only the job type still gets its connector's panel, so diagrams
 * written by hand or by other tools are as editable as those drawn here.
 */
class TemplatesByJobType {
  static $inject = ["elementTemplates"];

  constructor(templates: ElementTemplates) {
    const version = templates._getTemplateVersion.bind(templates);
    const byJobType = ({ businessObject }: CanvasElement) =>
      templateFor(jobType(businessObject), templates.getAll());
    const named = ({ businessObject }: CanvasElement) => modelTemplate(businessObject);

    templates._getTemplateId = (element) => named(element) ?? byJobType(element)?.id;
    templates._getTemplateVersion = (element) =>
      named(element) === undefined ? byJobType(element)?.version : version(element);
  }
}

/** The template whose steps carry this job type. */
export function templateFor(
  type: string | undefined,
  templates: ElementTemplate[],
): ElementTemplate | undefined {
  if (type === undefined) return undefined;
  return templates.find((template) =>
    template.properties.some(
      ({ binding, value }) =>
        value === type &&
        (binding.type === "zeebe:taskDefinition:type" ||
          (binding.type === "zeebe:taskDefinition" && binding.property === "type")),
    ),
  );
}

export const connectorTemplatesModule = {
  __init__: ["templatesByJobType"],
  templatesByJobType: ["type", TemplatesByJobType],
};
