import type { ElementTemplate } from "../../api/connectors.ts";

interface Loader {
  setTemplates(all: ElementTemplate[]): void;
}
interface EventBus {
  on(topic: "elementTemplates.errors", act: (event: { errors: TemplateError[] }) => void): void;
  off(topic: "elementTemplates.errors", act: (event: { errors: TemplateError[] }) => void): void;
}
type TemplateError = Error & { template?: { id?: unknown; name?: unknown } };

/** Gives the panel the templates that can be used; answers what the others are called. */
export function learnTemplates(loader: Loader, eventBus: EventBus, templates: readonly unknown[]): string[] {
  const shaped = templates.filter(isShaped);
  const refused = new Set(templates.filter((one) => !isShaped(one)).map(nameOf));
  const refuse = ({ errors }: { errors: TemplateError[] }) =>
    errors.forEach(({ template }) => refused.add(nameOf(template)));
  eventBus.on("elementTemplates.errors", refuse);
  loader.setTemplates(shaped);
  eventBus.off("elementTemplates.errors", refuse);
  return [...refused];
}

/** As far as the check of the library itself relies on it. */
function isShaped(one: unknown): one is ElementTemplate {
  const { id, name, appliesTo, properties } = (one ?? {}) as Record<string, unknown>;
  return typeof id === "string" && typeof name === "string" && Array.isArray(appliesTo) && Array.isArray(properties);
}

function nameOf(one: unknown): string {
  const { id, name } = (one ?? {}) as Record<string, unknown>;
  if (typeof name === "string") return name;
  return typeof id === "string" ? id : "one without a name";
}
