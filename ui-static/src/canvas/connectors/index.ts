import { jobType, modelTemplate, type CanvasElement } from "../model.ts";
import type { ElementTemplate } from "../../api/connectors.ts";

interface ElementTemplates {
  getAll(): ElementTemplate[];
  _getTemplateId(element: CanvasElement): string | undefined;
}

/**
 * A step whose diagram names only the job type still gets its connector's panel, so diagrams
 * written by hand or by other tools are as editable as those drawn here.
 */
class TemplatesByJobType {
  static $inject = ["elementTemplates"];

  constructor(templates: ElementTemplates) {
    templates._getTemplateId = (element) => {
      const object = element.businessObject;
      return modelTemplate(object) ?? templateFor(jobType(object), templates.getAll())?.id;
    };
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
