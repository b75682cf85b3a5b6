/** A step as the drawing has it. */
export interface DrawnStep {
  id: string;
  name: string;
  /** The BPMN name without its prefix: "serviceTask". */
  type: string;
  /** The group that it stands in. */
  inside: string | undefined;
}

const bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const isStep = /(Task|Event|Gateway|subProcess|callActivity|task|transaction|adHocSubProcess)$/;

/** All steps of a diagram, in the order of the file. */
export function stepsInDiagram(xml: string): DrawnStep[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  return [...document.getElementsByTagNameNS(bpmn, "*")]
    .filter((one) => isStep.test(one.localName) && one.hasAttribute("id"))
    .map((one) => {
      const parent = one.parentElement;
      const inside = parent?.localName === "process" ? undefined : (parent?.getAttribute("id") ?? undefined);
      return {
        id: one.getAttribute("id") ?? "",
        name: (one.getAttribute("name") ?? "").replace(/\s+/g, " "),
        type: one.localName,
        inside,
      };
    });
}
