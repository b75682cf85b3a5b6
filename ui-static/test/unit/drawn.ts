import { readFileSync } from "node:fs";
import { BpmnModdle } from "bpmn-moddle";
import type { Drawn } from "../../src/canvas/tidy/drawn.ts";
import type { ModdleObject } from "../../src/canvas/model.ts";

type Bounds = { x: number; y: number; width: number; height: number };

export const example = (name: string): string =>
  readFileSync(new URL(`../../../workflows/${name}/${name}.bpmn`, import.meta.url), "utf8");

/** The elements of a file as the canvas holds them, without a canvas. */
export async function drawn(xml: string): Promise<{ root: Drawn; all: Drawn[] }> {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const definitions = rootElement as ModdleObject;
  const [diagram] = definitions.get("diagrams") as ModdleObject[];
  const plane = diagram?.get("plane") as ModdleObject;
  const root = element(plane.get("bpmnElement") as ModdleObject, plane, {});
  const made = new Map<ModdleObject, Drawn>([[root.businessObject, root]]);
  const figures = plane.get("planeElement") as ModdleObject[];
  for (const di of figures) {
    const object = di.get("bpmnElement") as ModdleObject;
    const bounds = di.$type === "bpmndi:BPMNShape" ? boundsOf(di) : {};
    const waypoints = di.$type === "bpmndi:BPMNEdge" ? (di.get("waypoint") as { x: number; y: number }[]) : undefined;
    made.set(object, element(object, di, { ...bounds, ...(waypoints === undefined ? {} : { waypoints }) }));
  }
  const labels: Drawn[] = [];
  for (const one of made.values()) {
    if (one === root) continue;
    const object = one.businessObject;
    const parent = (object.$parent === undefined ? undefined : made.get(object.$parent)) ?? root;
    one.parent = parent;
    parent.children?.push(one);
    const host = made.get(object.get("attachedToRef") as ModdleObject);
    if (host !== undefined) {
      one.host = host;
      host.attachers?.push(one);
    }
    const source = made.get(object.get("sourceRef") as ModdleObject);
    const target = made.get(object.get("targetRef") as ModdleObject);
    if (one.waypoints !== undefined && source !== undefined && target !== undefined) {
      Object.assign(one, { source, target });
      source.outgoing.push(one);
      target.incoming.push(one);
    }
    const label = one.di.get("label") as ModdleObject | undefined;
    if (label?.get("bounds") === undefined || label.get("bounds") === null || !named(one)) continue;
    const shape = element(object, one.di, { ...boundsOf(label), labelTarget: one, parent });
    one.labels?.push(shape);
    parent.children?.push(shape);
    labels.push(shape);
  }
  return { root, all: [...made.values(), ...labels].filter((one) => one !== root) };
}

const named = ({ type }: Drawn) => /Event|Gateway|Flow$|Data/.test(type);

const boundsOf = (object: ModdleObject): Bounds => {
  const { x, y, width, height } = object.get("bounds") as Bounds;
  return { x, y, width, height };
};

function element(object: ModdleObject, di: ModdleObject, rest: object): Drawn {
  return {
    id: object.id,
    type: object.$type,
    businessObject: object,
    di,
    children: [],
    attachers: [],
    labels: [],
    incoming: [],
    outgoing: [],
    collapsed: object.$type === "bpmn:SubProcess" && di.get("isExpanded") === false,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    ...rest,
  };
}
