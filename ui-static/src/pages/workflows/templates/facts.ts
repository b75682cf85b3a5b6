import type { Template } from "../../../api/templates.ts";
import { all, attribute, bpmn, extensionOf, inputOf, nameOf, parseXml } from "../bpmn-xml.ts";
import { pictureOf, type Picture } from "./picture.ts";

export interface AskedModel {
  alias: string;
  /** What the template's author says about it. */
  note: string;
}

/** A template with what its card tells, all of it read from the diagram. */
export interface TemplateFacts extends Template {
  picture: Picture;
  /** What starts it, in a few words. */
  starts: string[];
  models: AskedModel[];
  /** The steps at which a person decides. */
  people: string[];
}

export function factsOf(template: Template): TemplateFacts {
  const document = parseXml(template.xml);
  return {
    ...template,
    picture: pictureOf(document),
    starts: startsOf(document),
    models: modelsOf(document),
    people: all(document, bpmn, "userTask").map(nameOf),
  };
}

/** The models that it asks and that nobody has set up here. */
export const missingModels = (facts: TemplateFacts, known: readonly string[]): AskedModel[] =>
  facts.models.filter((model) => !known.includes(model.alias));

/** What runs without further ado comes first. */
export const inOrder = (facts: TemplateFacts[], known: readonly string[]): TemplateFacts[] =>
  facts.toSorted(
    (a, b) =>
      missingModels(a, known).length - missingModels(b, known).length || a.name.localeCompare(b.name),
  );

function modelsOf(document: Document): AskedModel[] {
  const asked = all(document, bpmn, "serviceTask").filter((step) =>
    attribute(extensionOf(step, "taskDefinition"), "type").startsWith("wireroom:chat:"),
  );
  const models = new Map<string, AskedModel>();
  for (const step of asked) {
    const alias = inputOf(step, "model");
    if (alias === "" || alias.startsWith("=")) continue;
    const note = all(step, bpmn, "documentation")[0]?.textContent ?? "";
    models.set(alias, { alias, note: note.trim() });
  }
  return [...models.values()];
}

const inboundWords: Record<string, string> = {
  "wireroom:webhook:1": "Webhook",
  "wireroom:feed:1": "Feed",
  "wireroom:form:1": "Form",
};

function startsOf(document: Document): string[] {
  const starts = all(document, bpmn, "startEvent").filter(
    (start) => start.parentElement?.localName === "process",
  );
  return [...new Set(starts.map(startWord))];
}

function startWord(start: Element): string {
  const type = all(start, "*", "property").find(
    (property) => property.getAttribute("name") === "inbound.type",
  );
  const inbound = inboundWords[attribute(type, "value")];
  if (inbound !== undefined) return inbound;
  return all(start, bpmn, "timerEventDefinition").length > 0 ? "Schedule" : "By hand";
}
