import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Template } from "../../src/api/templates.ts";
import { ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import { newWorkflow } from "./workflows.ts";
import type { World } from "./world.ts";

const folder = new URL("../../../workflows/", import.meta.url);

/** The examples as the engine reads them from their folders. */
const templates = (): Template[] =>
  readdirSync(folder).flatMap((id) => {
    const at = (name: string) => new URL(`${id}/${name}`, folder);
    if (!existsSync(at(`${id}.bpmn`))) return [];
    const [name = "", summary = ""] = readFileSync(at("README.md"), "utf8").split("\n");
    return [
      {
        id,
        name: name.replace(/^#+ */, ""),
        summary,
        xml: readFileSync(at(`${id}.bpmn`), "utf8"),
        exampleInput: readFileSync(at("example-input.json"), "utf8"),
      },
    ];
  });

export const templateRoutes: Route[] = [
  ["GET", /^\/api\/templates\/gallery$/, () => ok({ items: templates() })],
  ["POST", /^\/api\/templates\/gallery\/(.+)$/, begin],
];

function begin(world: World, _ask: Ask, [id = ""]: string[]): Answer {
  const template = templates().find((one) => one.id === id);
  if (template === undefined) return refuse(404, "There is no such template", id);
  if (world.drafts.has(id)) return refuse(409, "You have a draft already", id);
  world.drafts.set(id, { xml: template.xml, etag: world.nextEtag() });
  world.workflows.push(newWorkflow(id, new Date().toISOString()));
  return { status: 201, json: { id } };
}
