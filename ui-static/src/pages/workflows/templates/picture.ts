import { all, attribute, bpmn, bpmndi, dc, di, extensionOf } from "../bpmn-xml.ts";

export type Kind = "trigger" | "action" | "model" | "decision" | "person" | "plain";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shape extends Box {
  id: string;
  form: "card" | "frame" | "circle" | "diamond";
  kind: Kind;
}

/** A diagram in small: where everything lies, and what it is. */
export interface Picture {
  viewBox: string;
  shapes: Shape[];
  /** The way points of each arrow, as SVG writes them. */
  arrows: string[];
}

const margin = 24;

export function pictureOf(document: Document): Picture {
  const elements = new Map(
    all(document, bpmn, "*").map((element) => [attribute(element, "id"), element]),
  );
  const shapes = all(document, bpmndi, "BPMNShape").flatMap((drawn) => {
    const element = elements.get(attribute(drawn, "bpmnElement"));
    const bounds = all(drawn, dc, "Bounds")[0];
    return element === undefined || bounds === undefined ? [] : [shapeOf(element, boxOf(bounds))];
  });
  // why: a frame must lie below what stands in it.
  shapes.sort((a, b) => Number(b.form === "frame") - Number(a.form === "frame"));
  return {
    viewBox: viewBoxOf(shapes),
    shapes,
    arrows: all(document, bpmndi, "BPMNEdge").map(pointsOf),
  };
}

function shapeOf(element: Element, box: Box): Shape {
  return { id: attribute(element, "id"), ...box, ...lookOf(element) };
}

function lookOf(element: Element): { form: Shape["form"]; kind: Kind } {
  const name = element.localName;
  if (name === "endEvent") return { form: "circle", kind: "plain" };
  if (name.endsWith("Event")) return { form: "circle", kind: "trigger" };
  if (name.endsWith("Gateway")) return { form: "diamond", kind: "decision" };
  if (/^(subProcess|transaction|adHocSubProcess|participant|lane|group)$/.test(name)) {
    return { form: "frame", kind: "plain" };
  }
  return { form: "card", kind: kindOf(element) };
}

function kindOf(step: Element): Kind {
  switch (step.localName) {
    case "userTask":
    case "manualTask":
      return "person";
    case "businessRuleTask":
      return "decision";
    case "receiveTask":
      return "trigger";
    case "serviceTask":
      return attribute(extensionOf(step, "taskDefinition"), "type").startsWith("wireroom:chat:")
        ? "model"
        : "action";
    default:
      return "action";
  }
}

const number = (element: Element, name: string): number => Number(attribute(element, name)) || 0;

const boxOf = (bounds: Element): Box => ({
  x: number(bounds, "x"),
  y: number(bounds, "y"),
  width: number(bounds, "width"),
  height: number(bounds, "height"),
});

const pointsOf = (edge: Element): string =>
  all(edge, di, "waypoint")
    .map((point) => `${number(point, "x")},${number(point, "y")}`)
    .join(" ");

function viewBoxOf(shapes: Shape[]): string {
  if (shapes.length === 0) return "0 0 1 1";
  const left = Math.min(...shapes.map((one) => one.x)) - margin;
  const top = Math.min(...shapes.map((one) => one.y)) - margin;
  const right = Math.max(...shapes.map((one) => one.x + one.width)) + margin;
  const bottom = Math.max(...shapes.map((one) => one.y + one.height)) + margin;
  return `${left} ${top} ${right - left} ${bottom - top}`;
}
