/** What the pages look at in a diagram without opening the designer. */
export const bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
export const bpmndi = "http://www.omg.org/spec/BPMN/20100524/DI";
export const dc = "http://www.omg.org/spec/DD/20100524/DC";
export const di = "http://www.omg.org/spec/DD/20100524/DI";
export const zeebe = "http://camunda.org/schema/zeebe/1.0";
export const modeler = "http://camunda.org/schema/modeler/1.0";

export const parseXml = (xml: string): Document =>
  new DOMParser().parseFromString(xml, "application/xml");

export const writeXml = (document: Document): string => new XMLSerializer().serializeToString(document);

export const all = (below: Document | Element, namespace: string, name: string): Element[] => [
  ...below.getElementsByTagNameNS(namespace, name),
];

export const attribute = (element: Element | undefined, name: string): string =>
  element?.getAttribute(name) ?? "";

/** What people call an element: its name on one line, else its id. */
export const nameOf = (element: Element): string =>
  attribute(element, "name").replace(/\s+/g, " ").trim() || attribute(element, "id");

/** Direct extension of an element, such as its taskDefinition. */
export const extensionOf = (element: Element, name: string): Element | undefined =>
  all(element, zeebe, name).find((one) => ownerOf(one) === element);

function ownerOf(extension: Element): Element | null {
  let owner = extension.parentElement;
  while (owner !== null && owner.localName !== "extensionElements") owner = owner.parentElement;
  return owner?.parentElement ?? null;
}

/** The input mapping of a step, as it stands there. */
export const inputOf = (step: Element, name: string): string => {
  const mapping = extensionOf(step, "ioMapping");
  const inputs = mapping === undefined ? [] : all(mapping, zeebe, "input");
  return attribute(inputs.find((input) => input.getAttribute("target") === name), "source");
};
