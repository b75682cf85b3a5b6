import { anEvent, page } from "./inbox.ts";
import type { Variables } from "../../src/api/types.ts";
import { none, ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import type { World } from "./world.ts";

export const inboxRoutes: Route[] = [
  ["GET", /^\/api\/inbox$/, (world, ask) => ok({ ...page(world.events, ask.query), backlog: world.backlog })],
  ["POST", /^\/api\/inbox\/replay$/, replayMany],
  ["GET", /^\/api\/inbox\/([^/]+)$/, (world, _ask, [id = ""]) => {
    const event = world.events.find((one) => one.id === id);
    return event === undefined ? refuse(404, "There is no such event", id) : ok(event);
  }],
  ["POST", /^\/api\/inbox\/([^/]+)\/replay$/, (world, ask, [id = ""]) => {
    const eventId = replay(world, id, versionIn(ask));
    return eventId === undefined
      ? refuse(404, "There is no such event", id)
      : { status: 202, json: { eventId } };
  }],
  ["GET", /^\/api\/documents\/(.+)$/, (world, ask, [id = ""]) => {
    const { contentType, text } = world.kept.get(id) ?? { contentType: "application/json", text: "{}" };
    const headers = { "content-type": contentType, "content-disposition": "attachment" };
    return { status: 200, text: ask.query.has("preview") ? text.slice(0, 4_096) : text, headers };
  }],
  ["POST", /^\/api\/workflows\/([^/]+)\/(pause|resume)$/, pause],
  ["POST", /^\/api\/workflows\/([^/]+)\/draft\/run$/, tryDraft],
  ["POST", /^\/api\/workflows\/([^/]+)\/draft\/listen$/, listen],
  ["GET", /^\/api\/workflows\/([^/]+)\/draft\/listen$/, (world) =>
    world.listening === undefined ? refuse(404, "Nobody listens", "") : ok(world.listening)],
  ["DELETE", /^\/api\/workflows\/([^/]+)\/draft\/listen$/, (world) => ((world.listening = undefined), none)],
];

const versionIn = (ask: Ask) => (JSON.parse(ask.body) as { version: string }).version;

function replay(world: World, id: string, version: string): string | undefined {
  const event = world.events.find((one) => one.id === id);
  if (event === undefined) return undefined;
  const { id: _, receivedAt: __, updatedAt: ___, ...rest } = event;
  const again = anEvent({ ...rest, status: "started", reason: null, replayOf: id, draft: version === "draft" });
  world.arrive(again);
  return again.id;
}

function replayMany(world: World, ask: Ask): Answer {
  const { ids } = JSON.parse(ask.body) as { ids: string[] };
  const results = ids.map((id) => {
    const eventId = replay(world, id, versionIn(ask));
    return eventId === undefined ? { id, error: "There is no such event." } : { id, eventId };
  });
  return ok({ results });
}

function pause(world: World, _ask: Ask, [id = "", word = ""]: string[]): Answer {
  const paused = word === "pause";
  world.workflows = world.workflows.map((one) => (one.id === id ? { ...one, paused } : one));
  world.tell("workflow", { id, paused });
  return ok({ paused });
}

function tryDraft(world: World, ask: Ask, [id = ""]: string[]): Answer {
  if (world.tryRefusal !== undefined) return world.tryRefusal;
  const wish = JSON.parse(ask.body) as { start?: string; values: Variables };
  world.draftsRun.push(wish);
  const elementId = wish.start ?? "feedArrives";
  const request = { body: wish.values };
  const event = anEvent({ kind: "browser", workflow: id, elementId, draft: true, request });
  world.arrive(event);
  return { status: 202, json: { eventId: event.id } };
}

function listen(world: World, _ask: Ask, [id = ""]: string[]): Answer {
  world.listening = {
    token: "wrt_4f1c",
    addresses: [{ elementId: "feedArrives", method: "POST", url: `/hooks-test/wrt_4f1c/${id}` }],
    expiresAt: new Date(Date.now() + 30 * 60_000).toISOString(),
  };
  return { status: 201, json: world.listening };
}
