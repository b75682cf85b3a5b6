import type { EventStatus, InboxEvent, InboxEventDetails, InboxPage } from "../../src/api/types.ts";

let made = 0;

/** Ids grow with time, as the engine's do. */
const idAt = (time: number) =>
  `${time.toString(16).padStart(12, "0").replace(/^(.{8})/, "$1-")}-7${(made++).toString(16).padStart(3, "0")}-9d0e-5b1f7f0c0a11`;

export function anEvent(rest: Partial<InboxEventDetails> = {}, ago = 0): InboxEventDetails {
  const time = Date.now() - ago;
  const at = new Date(time).toISOString();
  const id = rest.id ?? idAt(time);
  const body = { feed: "http://127.0.0.1:8080/demo/newsroom/feed.xml", limit: 5 };
  return {
    id,
    receivedAt: at,
    kind: "webhook",
    workflow: "newsroom",
    elementId: "feedArrives",
    method: "POST",
    path: "/hooks/newsroom",
    status: "started",
    runKey: "4503599627370501",
    size: 2_140,
    auth: "none",
    attempts: 1,
    updatedAt: at,
    draft: false,
    request: {
      method: "POST",
      path: "/hooks/newsroom",
      query: {},
      headers: { host: "127.0.0.1:8080", "user-agent": "curl/8.5.0", "content-type": "application/json" },
      body,
      rawBody: `sha256-${id.slice(0, 8)}`,
      receivedAt: at,
      id,
    },
    documents: [
      {
        id: `sha256-${id.slice(0, 8)}`,
        name: "body.json",
        contentType: "application/json",
        size: 2_140,
        href: `/api/documents/sha256-${id.slice(0, 8)}`,
      },
    ],
    variables: body,
    ...rest,
  };
}

const minute = 60_000;

export function someEvents(): InboxEventDetails[] {
  const press = { workflow: "press-releases", path: "/hooks/press", elementId: "arrives" };
  const started = anEvent({ runKey: "4503599627370501", id: "0198f3c1-77aa-7c1e-9d0e-5b1f7f0c0a11" }, 95_000);
  return [
    anEvent({ ...press, auth: "github", runKey: "4503599627370611" }, 7_000),
    anEvent({ ...press, status: "rejected", auth: "slack", runKey: null, reason: "signature too old (7 min)" }, 19_000),
    anEvent({ status: "waiting", runKey: null, workflow: "house-style", path: "/hooks/style" }, 41_000),
    started,
    anEvent({ status: "duplicate", runKey: null, duplicateOf: started.id, reason: "delivery 72d3162e arrived before" }, 2 * minute),
    anEvent({ kind: "feed", method: null, path: null, ...{ workflow: "press-releases" }, size: 811, auth: null }, 3 * minute),
    anEvent({ status: "answered", kind: "form", path: "/forms/correction", workflow: "house-style", auth: null }, 4 * minute),
    anEvent({ status: "dead", runKey: null, attempts: 5, reason: "the expression of the start gave no value for “feed”" }, 6 * minute),
    anEvent({ status: "correlated", ...press, auth: "hmac" }, 9 * minute),
    anEvent({ replayOf: started.id, auth: null }, 12 * minute),
    anEvent({ kind: "api", path: null, method: null, auth: null, size: 96 }, 14 * minute),
    ...Array.from({ length: 60 }, (_, index) => anEvent({ size: 900 + index * 31 }, (20 + index * 7) * minute)),
  ];
}

export function page(all: InboxEventDetails[], query: URLSearchParams): InboxPage {
  const wanted = (name: string) => query.get(name) ?? "";
  const fits = (event: InboxEventDetails) =>
    (wanted("workflow") === "" || event.workflow === wanted("workflow")) &&
    (wanted("kind") === "" || event.kind === wanted("kind")) &&
    (wanted("q") === "" || JSON.stringify(event).includes(wanted("q")));
  const counted = all.filter(fits);
  const found = counted.filter(({ status }) => wanted("status") === "" || status === wanted("status"));
  const from = wanted("cursor") === "" ? 0 : found.findIndex(({ id }) => id === wanted("cursor")) + 1;
  const items = found.slice(from, from + Number(query.get("limit") ?? 50));
  const counts: Partial<Record<EventStatus, number>> = {};
  for (const { status } of counted) counts[status] = (counts[status] ?? 0) + 1;
  const last = items.at(-1);
  return {
    items: items.map(eventOf),
    next: last !== undefined && found.at(-1) !== last ? last.id : null,
    counts,
    backlog: { count: 0 },
  };
}

export function eventOf(details: InboxEventDetails): InboxEvent {
  const { request: _, documents: __, variables: ___, ...event } = details;
  return event;
}
