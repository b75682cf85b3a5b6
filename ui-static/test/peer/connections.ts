import type { ConnectionType, StoredConnection } from "../../src/api/connections.ts";
import { none, ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import type { World } from "./world.ts";

const field = (name: string, label: string, secret: boolean, required = true, help = "") => ({
  name,
  label,
  secret,
  required,
  help,
});

export const types: ConnectionType[] = [
  {
    type: "webhook-secret",
    label: "Secret of a webhook",
    help: "What a sender signs its requests with: GitHub, Stripe, Slack and others.",
    testable: true,
    testUrl: false,
    fields: [field("secret", "Secret", true)],
  },
  {
    type: "basic",
    label: "User name and password",
    help: "For addresses that ask for both.",
    testable: true,
    testUrl: true,
    fields: [field("user", "User name", false), field("password", "Password", true)],
  },
  {
    type: "api-key",
    label: "Key in a header",
    help: "A key that is sent in a header of every request.",
    testable: true,
    testUrl: true,
    fields: [field("header", "Header", false, false, "X-API-Key when empty."), field("value", "Key", true)],
  },
  {
    type: "bearer",
    label: "Bearer token",
    help: "A token that is sent as “Authorization: Bearer …”.",
    testable: true,
    testUrl: true,
    fields: [field("token", "Token", true)],
  },
];

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

export const connections = (): StoredConnection[] => [
  {
    name: "github-press",
    type: "webhook-secret",
    owner: "ada",
    createdAt: ago(24 * 40),
    updatedAt: ago(5),
    fields: ["secret"],
    previousUntil: ago(-19),
    usedBy: [{ kind: "webhook", workflow: "press-releases", elementId: "arrives", name: "POST /hooks/press" }],
  },
  {
    name: "photo-archive",
    type: "api-key",
    owner: "grace",
    createdAt: ago(24 * 12),
    updatedAt: ago(24 * 12),
    fields: ["header", "value"],
    lastTest: { at: ago(26), ok: false, detail: "The other side answered 403: the key is known, but may not read this page." },
    usedBy: [
      { kind: "step", workflow: "newsroom", elementId: "readFeed", name: "Read the feed" },
      { kind: "step", workflow: "house-style", elementId: "photo", name: "Find a photo" },
    ],
  },
  {
    name: "wire-service",
    type: "basic",
    owner: "ada",
    createdAt: ago(24 * 90),
    updatedAt: ago(24 * 3),
    fields: ["user", "password"],
    lastTest: { at: ago(2), ok: true, detail: "The other side answered 200." },
    usedBy: [],
  },
];

export const connectionRoutes: Route[] = [
  ["GET", /^\/api\/connections$/, (world) => ok({ items: world.connections, types })],
  ["PUT", /^\/api\/connections\/([^/]+)$/, save],
  ["POST", /^\/api\/connections\/([^/]+)\/test$/, (world, ask, [name = ""]) => {
    const asked = JSON.parse(ask.body) as { url?: string };
    const ok200 = asked.url?.startsWith("https://") === true;
    const detail = ok200 ? "The other side answered 200." : "The address does not answer.";
    update(world, name, { lastTest: { at: new Date().toISOString(), ok: ok200, detail } });
    return ok({ ok: ok200, detail });
  }],
  ["POST", /^\/api\/connections\/([^/]+)\/retire$/, (world, _ask, [name = ""]) => (update(world, name, { previousUntil: null }), none)],
  ["DELETE", /^\/api\/connections\/([^/]+)$/, (world, ask, [name = ""]) => {
    const found = world.connections.find((one) => one.name === name);
    if (found !== undefined && found.usedBy.length > 0 && ask.query.get("force") !== "true") {
      return refuse(409, "It is in use", `${name} is used by ${found.usedBy.map((use) => use.name).join(", ")}.`);
    }
    world.connections = world.connections.filter((one) => one.name !== name);
    return none;
  }],
];

function save(world: World, ask: Ask, [name = ""]: string[]): Answer {
  const change = JSON.parse(ask.body) as { type: string; fields: Record<string, string>; keepPrevious?: string };
  world.stored.set(name, change);
  const now = new Date().toISOString();
  const before = world.connections.find((one) => one.name === name);
  if (before !== undefined) {
    update(world, name, { updatedAt: now, previousUntil: ago(-24) });
    return ok({});
  }
  const { type, fields } = change;
  world.connections = [
    ...world.connections,
    { name, type, owner: "ada", createdAt: now, updatedAt: now, fields: Object.keys(fields), usedBy: [] },
  ];
  return { status: 201, json: {} };
}

function update(world: World, name: string, change: Partial<StoredConnection>): void {
  world.connections = world.connections.map((one) => (one.name === name ? { ...one, ...change } : one));
}
