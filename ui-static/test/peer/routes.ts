import { none, ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import { alertRoutes } from "./alerts.ts";
import { connectionRoutes } from "./connections.ts";
import { connectors } from "./connectors.ts";
import { againRoutes } from "./again-routes.ts";
import { formRoutes } from "./forms.ts";
import { inboxRoutes } from "./inbox-routes.ts";
import { modelRoutes } from "./models.ts";
import { monitorRoutes } from "./monitor.ts";
import { repairRoutes } from "./repair-routes.ts";
import { readRun, readSteps } from "./run-routes.ts";
import { taskRoutes } from "./tasks.ts";
import { templateRoutes } from "./templates.ts";
import { trialRoutes } from "./trials.ts";
import { gallery, newWorkflow } from "./workflows.ts";
import type { World } from "./world.ts";

export const routes: Route[] = [
  ...inboxRoutes,
  ...connectionRoutes,
  ...formRoutes,
  ...againRoutes,
  ...repairRoutes,
  ...monitorRoutes,
  ...taskRoutes,
  ...alertRoutes,
  ...trialRoutes,
  ...modelRoutes,
  ["GET", /^\/api\/session$/, (world) =>
    world.signedIn ? ok({ name: "ada", role: "admin" }) : refuse(401, "Sign in first", "")],
  ["POST", /^\/api\/session$/, signIn],
  ["DELETE", /^\/api\/session$/, (world) => ((world.signedIn = false), none)],
  ["GET", /^\/api\/workflows$/, (world) => ok({ items: world.workflows, templates: gallery })],
  ["GET", /^\/api\/workflows\/([^/]+)$/, readWorkflow],
  ["GET", /^\/api\/workflows\/([^/]+)\/draft$/, readDraft],
  ["GET", /^\/api\/workflows\/([^/]+)\/versions\/\d+$/, readDraft],
  ["PUT", /^\/api\/workflows\/([^/]+)\/draft$/, saveDraft],
  ["DELETE", /^\/api\/workflows\/([^/]+)\/draft$/, () => none],
  ["POST", /^\/api\/workflows\/([^/]+)\/publish$/, publish],
  ["POST", /^\/api\/workflows\/([^/]+)\/runs$/, (world) => ({
    status: 201,
    json: { runKey: [...world.runs.keys()][0] ?? "" },
  })],
  ...templateRoutes,
  ["GET", /^\/api\/runs\/([^/]+)$/, readRun],
  ["GET", /^\/api\/runs\/([^/]+)\/steps$/, readSteps],
  ["GET", /^\/api\/runs\/([^/]+)\/diagram$/, (world) => readDraft(world, undefined, ["newsroom"])],
  ["POST", /^\/api\/runs\/([^/]+)\/cancel$/, (world, _ask, [key = ""]) => {
    world.change(key, (run) => {
      run.status = "cancelled";
      run.endedAt = new Date().toISOString();
      return [];
    });
    return none;
  }],
  ["POST", /^\/api\/expressions$/, (world) => ok(world.evaluated)],
  ["GET", /^\/api\/history$/, (world) => ok(world.history)],
  ["GET", /^\/api\/connectors$/, () => ok({ items: connectors })],
  ["GET", /^\/api\/templates$/, (world) => ({ status: 200, json: world.templates })],
];

function signIn(world: World, ask: Ask): Answer {
  const proof = JSON.parse(ask.body) as { code?: string; token?: string };
  if (proof.code !== undefined && world.codes.delete(proof.code)) world.signedIn = true;
  else if (proof.token === "wr_token") world.signedIn = true;
  else return refuse(401, "Not accepted", "The code was used or has expired.");
  return none;
}

function readWorkflow(world: World, _ask: Ask, [id = ""]: string[]): Answer {
  const workflow = world.workflows.find((one) => one.id === id);
  return workflow === undefined
    ? refuse(404, "There is no such workflow", id)
    : ok({ ...workflow, versions: versionsOf(workflow.version), problems: world.problems, exampleInput: '{ "feed": "{{base}}/demo/newsroom/feed.xml", "limit": 5 }' });
}

const versionsOf = (newest: number | null | undefined) =>
  Array.from({ length: newest ?? 0 }, (_, index) => ({
    version: (newest ?? 0) - index,
    publishedAt: new Date(Date.now() - (index + 1) * 86_400_000).toISOString(),
    publishedBy: "ada",
  }));

function readDraft(world: World, _ask: Ask | undefined, [id = ""]: string[]): Answer {
  const draft = world.drafts.get(id);
  if (draft === undefined) return refuse(404, "There is no such workflow", id);
  const headers: Record<string, string> = { "content-type": "application/xml", etag: draft.etag };
  if (draft.baseVersion !== undefined) headers["wireroom-base-version"] = `${draft.baseVersion}`;
  return { status: 200, text: draft.xml, headers };
}

function saveDraft(world: World, ask: Ask, [id = ""]: string[]): Answer {
  const before = world.drafts.get(id);
  if (before !== undefined && ask.headers["if-match"] !== before.etag) {
    return refuse(412, "The draft was changed elsewhere", `It is now ${before.etag}.`);
  }
  const etag = world.nextEtag();
  world.drafts.set(id, { ...before, xml: ask.body, etag });
  const updatedAt = new Date().toISOString();
  if (!world.workflows.some((one) => one.id === id)) world.workflows.push(newWorkflow(id, updatedAt));
  return {
    status: 200,
    json: { problems: world.problems, updatedAt, baseVersion: before?.baseVersion ?? null },
    headers: { etag },
  };
}

function publish(world: World, _ask: Ask, [id = ""]: string[]): Answer {
  if (world.publishRefusal !== undefined) return world.publishRefusal;
  const draft = world.drafts.get(id);
  const version = (draft?.baseVersion ?? 0) + 1;
  if (draft !== undefined) {
    world.drafts.set(id, { ...draft, baseVersion: version, etag: `"version-${version}"` });
  }
  return { status: 201, json: { version } };
}
