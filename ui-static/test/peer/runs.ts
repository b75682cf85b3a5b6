import type { RunDetails, RunStatus, Step } from "../../src/api/types.ts";

const started = Date.now() - 95_000;
const at = (ms: number) => new Date(started + ms).toISOString();

const step = (id: number, elementId: string, rest: Partial<Step>): Step => ({
  id: `45035996273${70000 + id}`,
  elementId,
  name: "",
  type: "serviceTask",
  status: "completed",
  startedAt: at(id * 10),
  endedAt: at(id * 10 + 400),
  attempts: 1,
  cost: null,
  ...rest,
});

const articleText = "The city council voted on Tuesday to keep the tram line open. ".repeat(30);
const titles = [
  "Council keeps the tram line",
  "Harbour bridge to close for repairs",
  "A bakery that bakes at night",
  "Rain expected through Friday",
  "Library opens its archive",
];

/** A newsroom run in its middle: five entries, two done, one failed. */
export function newsroomRun(): RunDetails {
  const body = step(4, "eachEntry", {
    type: "multiInstanceBody",
    name: "For each entry",
    status: "running",
    endedAt: null,
  });
  const steps = [
    step(1, "feedArrives", { type: "startEvent", name: "Feed arrives", endedAt: at(12) }),
    step(2, "readFeed", {
      name: "Read the feed",
      connector: "wireroom:feed:1",
      input: { url: "http://127.0.0.1:8080/demo/feed.xml", limit: 5, since: null },
      output: {
        entries: titles.map((title, item) => ({
          id: `urn:demo:${item}`,
          title,
          link: `http://127.0.0.1:8080/demo/${item}.html`,
        })),
      },
    }),
    body,
    ...titles.flatMap((title, item) => entrySteps(body.id, item, title)),
  ];
  return {
    key: "4503599627370501",
    workflow: "newsroom",
    version: 3,
    status: "failed",
    startedAt: at(0),
    endedAt: null,
    trigger: "webhook",
    incidents: 1,
    incidentKeys: ["4503599627379999"],
    error: "The server at 127.0.0.1:8080 did not answer within 20 s",
    businessKey: "A-4711",
    cost: null,
    eventId: "0198f3c1-77aa-7c1e-9d0e-5b1f7f0c0a11",
    variables: { feed: "http://127.0.0.1:8080/demo/feed.xml", limit: 5, results: [] },
    steps,
  };
}

function entrySteps(parentId: string, item: number, title: string): Step[] {
  const base = 10 + item * 10;
  const over = item < 2;
  const failed = item === 2;
  const group = step(base, "eachEntry", {
    type: "subProcess",
    name: "For each entry",
    parentId,
    status: over ? "completed" : failed ? "failed" : "running",
    endedAt: over ? at(base * 10 + 1_900) : null,
  });
  const inside = (id: number, elementId: string, rest: Partial<Step>) =>
    step(base + id, elementId, { parentId: group.id, ...rest });
  const article = inside(2, "getArticle", {
    name: "Get the article",
    connector: "wireroom:article:1",
    input: { url: `http://127.0.0.1:8080/demo/${item}.html` },
    output: { article: { title, text: articleText, language: "en", wordCount: 360 } },
    ...(failed
      ? {
          status: "failed",
          endedAt: null,
          attempts: 3,
          error: {
            message: "The server at 127.0.0.1:8080 did not answer within 20 s",
            code: "TIMEOUT",
            incidentKey: "4503599627379999",
          },
        }
      : {}),
  });
  const headline = inside(3, "writeHeadline", {
    name: "Write headline and summary",
    connector: "wireroom:chat:1",
    input: { model: "headline-writer", prompt: `${title}\n\n${articleText}` },
    ...(over
      ? { output: { story: { headline: title, summary: "Short.", tags: ["city", "tram"] } } }
      : { status: "running", endedAt: null }),
  });
  const entry = inside(1, "entryTaken", { type: "startEvent", name: "Entry" });
  if (failed) return [group, entry, article];
  if (!over) return [group, entry, article, headline];
  return [
    group,
    entry,
    article,
    headline,
    inside(4, "worthPublishing", { type: "exclusiveGateway", name: "Worth a page?" }),
    inside(5, "publishPage", {
      name: "Publish the page",
      connector: "wireroom:publish-page:1",
      input: { slug: `demo-${item}`, title, tags: ["city", "tram"] },
      output: { page: { url: `/site/demo-${item}.html`, path: `demo-${item}.html` } },
    }),
    inside(6, "published", { type: "endEvent", name: "Published" }),
  ];
}

const statuses: RunStatus[] = ["completed", "completed", "waiting", "completed", "cancelled", "running"];

export function olderRuns(): RunDetails[] {
  return Array.from({ length: 70 }, (_, index) => {
    const status = statuses[index % statuses.length] ?? "completed";
    const begun = Date.now() - (index + 1) * 47 * 60_000;
    const ended = status === "completed" || status === "cancelled";
    return {
      key: `${4503599627360400 - index * 7}`,
      workflow: index % 3 === 0 ? "press-releases" : "newsroom",
      version: index % 3 === 0 ? 12 : 3,
      status,
      startedAt: new Date(begun).toISOString(),
      endedAt: ended ? new Date(begun + 1_200 + index * 337).toISOString() : null,
      trigger: ["webhook", "api", "cli"][index % 3] ?? "api",
      incidents: 0,
      cost: null,
      ...(index % 4 === 0 ? { businessKey: `A-${4_700 - index}` } : {}),
      variables: { city: index % 5 === 0 ? "Berlin" : "Bern", total: index },
      steps: [],
    };
  });
}
