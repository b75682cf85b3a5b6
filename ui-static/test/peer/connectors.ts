import type { ConnectorInfo, Json } from "../../src/api/types.ts";

const icon = (path: string) => ({
  contents: `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="#35689e" stroke-width="2">${path}</svg>`,
  )}`,
});

const input = (title: string, description: string) => ({ type: "string", title, description });

export const connectors: ConnectorInfo[] = [
  {
    type: "wireroom:http:1",
    name: "Call an address",
    summary: "Sends an HTTP request and takes the answer apart.",
    icon: "globe",
    kind: "action",
    response: "{status, headers, body}",
    errors: [
      { code: "TIMEOUT", meaning: "The other side did not answer in time." },
      { code: "HTTP_STATUS", meaning: "The answer's status is one of those in failOn." },
    ],
    keywords: ["api", "rest", "send data"],
    sentence: "Sends {method} to {url}[, with {body}][, signed in by {connection}]",
    effect: "GET only reads. POST may change something each time.",
    inputs: {
      type: "object",
      properties: {
        method: { ...input("Method", "What to do there."), enum: ["GET", "POST"], default: "GET" },
        url: input("Address", "Where the request goes, http or https."),
        connection: input("Connection", "The stored credentials that it signs in with."),
        body: input("Body", "Text, or a context that is sent as JSON."),
      },
      required: ["url"],
    },
  },
  {
    type: "wireroom:feed:1",
    name: "Read a feed",
    summary: "Reads an RSS or Atom feed and gives its newest entries.",
    icon: "rss",
    kind: "action",
    response: "{title, items: [{id, title, link, published, summary, content, author}]}",
    keywords: ["rss", "news"],
    errors: [{ code: "NOT_A_FEED", meaning: "The address answers, but not with a feed." }],
    sentence: "Reads the feed at {url}[, at most {limit} items][, only what is newer than {since}]",
    effect: "Only reads.",
    inputs: {
      type: "object",
      properties: {
        url: input("Feed address", "RSS or Atom, http or https."),
        limit: input("At most", "How many entries, the newest first."),
        since: input("Only after", "A date and time; older entries are left out."),
      },
      required: ["url"],
    },
  },
  {
    type: "wireroom:article:1",
    name: "Read an article",
    summary: "Takes the text of an article from its page.",
    icon: "newspaper",
    kind: "action",
    response: "{title, byline, text, html, language, images, wordCount}",
    errors: [{ code: "NO_ARTICLE", meaning: "There is no readable text on the page." }],
    inputs: {
      type: "object",
      properties: { url: input("Page address", "http or https.") },
      required: ["url"],
    },
  },
  {
    type: "wireroom:chat:1",
    name: "Ask a model",
    summary: "Gives a language model a task and takes its answer as text or as JSON by a schema.",
    icon: "sparkles",
    kind: "model",
    response: "{text, json, stopReason, usage, cost, route, hardware, latencyMs}",
    errors: [{ code: "SCHEMA", meaning: "The answer does not fit the schema, also when asked again." }],
    sentence: "Asks the model {model}[ for {schema}][, with the prompt {prompt}]",
    effect: "Changes nothing outside. When an answer gets lost, the model is asked again.",
    inputs: {
      type: "object",
      properties: {
        model: input("Model", "The alias of a model."),
        system: input("Role", "What the model should keep to."),
        prompt: input("Prompt", "What the model should do."),
        schema: input("Answer schema", "A JSON Schema; the answer is then in response.json."),
      },
      required: ["model", "prompt"],
    },
  },
  {
    type: "wireroom:publish-page:1",
    name: "Publish a page",
    summary: "Writes a page of the published site.",
    icon: "file-text",
    kind: "action",
    response: "{url, path}",
    errors: [],
    inputs: {
      type: "object",
      properties: { slug: input("Address part", "Lower case letters, digits and hyphens.") },
      required: ["slug"],
    },
  },
];

const texts = ["prompt", "system", "body", "schema"];

const property = (name: string, schema: { title?: string; description?: string }, needed: boolean) => ({
  id: name,
  label: schema.title ?? name,
  description: schema.description ?? "",
  type: texts.includes(name) ? "Text" : "String",
  feel: name === "schema" ? "required" : "optional",
  ...(needed ? { constraints: { notEmpty: true } } : { optional: true, constraints: { notEmpty: false } }),
  group: "inputs",
  binding: { type: "zeebe:input", name },
});

/** As the engine generates them: one template per connector. */
export const templates: Json = connectors.map((connector) => ({
  $schema:
    "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json",
  id: connector.type.replace(/:\d+$/, ""),
  name: connector.name,
  version: 1,
  description: connector.summary,
  category: { id: "wireroom", name: "Wireroom" },
  icon: icon('<circle cx="12" cy="12" r="9" />'),
  appliesTo: ["bpmn:Task"],
  elementType: { value: "bpmn:ServiceTask" },
  groups: [
    { id: "inputs", label: connector.kind === "model" ? "What to ask" : "What it needs" },
    { id: "output", label: "What comes back" },
  ],
  properties: [
    {
      type: "Hidden",
      value: connector.type,
      binding: { type: "zeebe:taskDefinition", property: "type" },
    },
    ...Object.entries(connector.inputs.properties ?? {}).map(([name, schema]) =>
      property(name, schema, connector.inputs.required?.includes(name) ?? false),
    ),
    {
      label: "Result variable",
      type: "String",
      group: "output",
      binding: { type: "zeebe:taskHeader", key: "resultVariable" },
    },
  ],
}));
