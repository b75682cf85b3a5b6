import { all, attribute, bpmn, parseXml, writeXml, zeebe } from "./bpmn-xml.ts";

/** "digest", or "digest-2" when that is taken, and so on. */
export function freeId(wanted: string, taken: (id: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  let number = 2;
  while (taken(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** Gives a process another id, in it and in all that refers to it. */
export function renameProcess(document: Document, process: Element, id: string): void {
  const before = process.getAttribute("id");
  process.setAttribute("id", id);
  if (before === null) return;
  for (const element of all(document, "*", "*")) {
    for (const reference of ["processRef", "bpmnElement"]) {
      if (element.getAttribute(reference) === before) element.setAttribute(reference, id);
    }
  }
}

/** A second workflow from the same drawing; its web addresses are its own too. */
export function copyOf(xml: string, id: string): string {
  const document = parseXml(xml);
  const process = all(document, bpmn, "process")[0];
  if (process === undefined) throw new Error("The template has no process.");
  const number = /-(\d+)$/.exec(id)?.[1] ?? "copy";
  renameProcess(document, process, id);
  process.setAttribute("name", `${attribute(process, "name")} ${number}`.trim());
  for (const property of all(document, zeebe, "property")) {
    if (property.getAttribute("name") !== "inbound.path") continue;
    property.setAttribute("value", `${attribute(property, "value")}-${number}`);
  }
  return writeXml(document);
}
