import { BpmnModdle } from "bpmn-moddle";
import zeebe from "zeebe-bpmn-moddle/resources/zeebe.json" with { type: "json" };

interface Property {
  name: string;
  isReference?: boolean;
  isMany?: boolean;
  default?: unknown;
}
interface Moddle {
  $type: string;
  $attrs?: Record<string, string>;
  $children?: unknown[];
  $body?: string;
  $descriptor: { properties?: Property[] };
  id?: string;
  get(name: string): unknown;
}
type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** What was read is what counts: ids, types, flows, extensions, drawing; not how the text is written. */
async function read(xml: string): Promise<Plain> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map((warning) => String((warning as Error).message)).join("\n"));
  return plain(rootElement);
}

/** Lists whose order means nothing. */
const unordered = new Set([
  "incoming",
  "outgoing",
  "planeElement",
  "flowElements",
  "artifacts",
  "flowNodeRef",
]);

function plain(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return (value ?? null) as Plain;
  const element = value as Moddle;
  const out: Record<string, Plain> = { $type: element.$type };
  for (const [name, inside] of Object.entries(value)) {
    if (name.startsWith("$") || (Array.isArray(inside) && inside.length === 0)) continue;
    out[name] = inOrder(name, placeOf(element, name, plain(inside)));
  }
  for (const { name, isReference, default: usual } of element.$descriptor.properties ?? []) {
    const own = name.slice(name.indexOf(":") + 1);
    if (isReference === true) {
      const ids = idsOf(element.get(name));
      if (ids !== undefined) out[`${own}*`] = inOrder(own, ids);
    } else if (usual !== undefined) out[own] = plain(element.get(name));
  }
  for (const [name, text] of Object.entries(element.$attrs ?? {})) {
    if (!name.startsWith("xmlns")) out[`@${name}`] = text;
  }
  if (element.$body !== undefined) out.$body = element.$body;
  if (element.$children !== undefined) out.$children = element.$children.map(plain);
  return out;
}

/** why: a label is as large as its text is drawn, by each program with its own letters; its place stays, to the pixel. */
function placeOf(owner: Moddle, name: string, value: Plain): Plain {
  if (owner.$type !== "bpmndi:BPMNLabel" || name !== "bounds") return value;
  const { width: _, height: __, ...place } = value as Record<string, Plain>;
  return Object.fromEntries(
    Object.entries(place).map(([key, at]) => [key, typeof at === "number" ? Math.round(at) : at]),
  );
}

function idsOf(reference: unknown): Plain | undefined {
  if (Array.isArray(reference)) return reference.length === 0 ? undefined : reference.map((one: Moddle) => one.id ?? "");
  return reference === undefined || reference === null ? undefined : ((reference as Moddle).id ?? "");
}

const inOrder = (name: string, value: Plain): Plain =>
  unordered.has(name) && Array.isArray(value)
    ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;

/** Where two files say something different, as "path: before → after"; empty when they are the same. */
export async function differences(before: string, after: string): Promise<string[]> {
  return compare("", await read(before), await read(after));
}

function compare(path: string, before: Plain | undefined, after: Plain | undefined): string[] {
  const isObject = (value: unknown): value is Record<string, Plain> => typeof value === "object" && value !== null;
  if (!isObject(before) || !isObject(after)) {
    return before === after ? [] : [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => compare(`${path}/${before[name] === undefined ? "" : idIn(before[name])}${name}`, before[name], after[name]));
}

const idIn = (value: Plain): string =>
  typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.id === "string" ? `${value.id} ` : "";
