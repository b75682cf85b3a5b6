import { isA, listOf, type ModdleObject } from "../model.ts";
import { hasDefinition } from "./called.ts";

/** The elements of one container (a workflow, a group) and what leads where in it. */
export class FlowGraph {
  readonly nodes: ModdleObject[];
  readonly flows: ModdleObject[];
  readonly #byId: Map<string, ModdleObject>;
  readonly #out = new Map<ModdleObject, ModdleObject[]>();
  readonly #in = new Map<ModdleObject, ModdleObject[]>();
  readonly #attached = new Map<ModdleObject, ModdleObject[]>();

  constructor(container: ModdleObject) {
    const all = listOf(container, "flowElements");
    this.nodes = all.filter((one) => isA(one, "bpmn:FlowNode"));
    this.flows = all.filter((one) => isA(one, "bpmn:SequenceFlow"));
    this.#byId = new Map(this.nodes.map((node) => [node.id, node]));
    for (const flow of this.flows) {
      put(this.#out, flow.get("sourceRef"), flow);
      put(this.#in, flow.get("targetRef"), flow);
    }
    for (const node of this.nodes) put(this.#attached, node.get("attachedToRef"), node);
  }

  node(id: string | undefined): ModdleObject | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  outgoing(node: ModdleObject): ModdleObject[] {
    return this.#out.get(node) ?? [];
  }

  incoming(node: ModdleObject): ModdleObject[] {
    return this.#in.get(node) ?? [];
  }

  /** The events on its edge. */
  attached(node: ModdleObject): ModdleObject[] {
    return this.#attached.get(node) ?? [];
  }

  /** Where a run can be next, ways by the events on the edge included. */
  next(node: ModdleObject): ModdleObject[] {
    return [...targets(this.outgoing(node)), ...this.attached(node)];
  }

  before(node: ModdleObject): ModdleObject[] {
    const host = node.get("attachedToRef") as ModdleObject | undefined;
    return [...this.incoming(node).flatMap((flow) => one(flow.get("sourceRef"))), ...one(host)];
  }

  /** Everything that can come at or after these. */
  reach(from: readonly ModdleObject[], step = (node: ModdleObject) => this.next(node)) {
    const reached = new Set(from);
    const open = [...from];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const after of step(node)) {
        if (reached.has(after)) continue;
        reached.add(after);
        open.push(after);
      }
    }
    return reached;
  }
}

const one = (value: unknown): ModdleObject[] => (value === undefined ? [] : [value as ModdleObject]);

export const targets = (flows: readonly ModdleObject[]): ModdleObject[] =>
  flows.flatMap((flow) => one(flow.get("targetRef")));

function put(map: Map<ModdleObject, ModdleObject[]>, key: unknown, value: ModdleObject): void {
  if (key === undefined) return;
  const list = map.get(key as ModdleObject);
  if (list === undefined) map.set(key as ModdleObject, [value]);
  else list.push(value);
}

/** The workflow and every group inside it. */
export function containers(container: ModdleObject): ModdleObject[] {
  const inner = listOf(container, "flowElements").filter((one) => isA(one, "bpmn:SubProcess"));
  return [container, ...inner.flatMap(containers)];
}

export const isAdHoc = (container: ModdleObject): boolean => isA(container, "bpmn:AdHocSubProcess");

/** Begins by itself, without an arrow that leads to it. */
export function beginsByItself(node: ModdleObject): boolean {
  return (
    isA(node, "bpmn:StartEvent") ||
    node.get("triggeredByEvent") === true ||
    node.get("isForCompensation") === true ||
    (isA(node, "bpmn:CatchEvent") && hasDefinition(node, "bpmn:LinkEventDefinition"))
  );
}
