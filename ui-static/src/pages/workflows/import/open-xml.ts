import { bpmn, parseXml } from "../bpmn-xml.ts";

/** The document of a BPMN file. Throws a sentence for the person who imports it. */
export function openXml(text: string): Document {
  if (hasDoctype(text)) {
    throw new Error(
      "The file begins with a DOCTYPE, which is not accepted because it can pull in other files. " +
        "Take that line out and import it again.",
    );
  }
  const document = parseXml(text);
  const fault = document.getElementsByTagName("parsererror")[0];
  if (fault !== undefined) throw new Error(brokenXml(fault.textContent ?? ""));
  if (document.doctype !== null) throw new Error("The file has a DOCTYPE, which is not accepted.");
  const root = document.documentElement;
  if (root.namespaceURI !== bpmn || root.localName !== "definitions") {
    throw new Error(otherKind(root));
  }
  return document;
}

/** Before the first element; what stands further down is text. */
function hasDoctype(text: string): boolean {
  const root = text.search(/<[A-Za-z_]/);
  return /<!DOCTYPE/i.test(root < 0 ? text : text.slice(0, root));
}

function brokenXml(raw: string): string {
  const line = /line (\d+)/i.exec(raw)?.[1];
  const where = line === undefined ? "" : `, first in line ${line}`;
  return `The file is not well-formed XML${where}. Export it again from where it was drawn.`;
}

function otherKind(root: Element): string {
  const is = root.namespaceURI ?? "";
  if (is.includes("/DMN/")) return "The file is a decision table (DMN), not a workflow.";
  if (root.localName === "html") return "The file is a web page. Download the BPMN file itself.";
  return `The file is XML, but not BPMN 2.0: it begins with <${root.nodeName}>.`;
}
