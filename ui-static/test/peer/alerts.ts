import type { AlertRules, SentAlert } from "../../src/api/alerts.ts";
import { ok, type Route } from "./answers.ts";

export const someRules = (): AlertRules => ({
  address: "http://127.0.0.1:8080",
  rules: [
    {
      id: "r1",
      name: "Wake the desk",
      on: "incident",
      to: { url: "https://hooks.example.org/secret-part", connection: "alarm-key" },
      enabled: true,
    },
    {
      id: "r2",
      name: "Inbox is stuck",
      on: "backlog",
      after: 600,
      to: { workflow: "newsroom" },
      enabled: false,
    },
  ],
});

const sent: SentAlert[] = [
  {
    id: "a1",
    ruleId: "r1",
    rule: "Wake the desk",
    on: "incident",
    text: "'Fetch <b>the feed</b>' of 'Morning news' waits for somebody to mend it: no route to host",
    count: 10,
    firstAt: "2026-11-24T03:12:00.000Z",
    lastAt: "2026-11-24T03:20:00.000Z",
    link: "http://127.0.0.1:8080/incident?key=4503599627370900",
    state: "waiting",
    attempts: 3,
    failure: "The receiver answered 503.",
  },
  {
    id: "a0",
    ruleId: "r1",
    rule: "Wake the desk",
    on: "incident",
    text: "'Ask the model' of 'Morning news' waits for somebody to mend it: no budget left",
    count: 1,
    firstAt: "2026-11-23T22:02:00.000Z",
    lastAt: "2026-11-23T22:02:00.000Z",
    resolvedAt: "2026-11-23T22:31:00.000Z",
    link: "http://127.0.0.1:8080/incident?key=4503599627370901",
    state: "sent",
    attempts: 1,
    sentAt: "2026-11-23T22:02:01.000Z",
  },
];

export const alertRoutes: Route[] = [
  ["GET", /^\/api\/alerts$/, (world) => ok(world.alerts)],
  ["PUT", /^\/api\/alerts$/, (world, ask) => {
    const change = JSON.parse(ask.body) as AlertRules;
    const rules = change.rules.map((rule, at) => ({ ...rule, id: rule.id ?? `new-${at}` }));
    world.alerts = { address: change.address, rules };
    return ok(world.alerts);
  }],
  ["GET", /^\/api\/alerts\/sent$/, () => ok({ items: sent })],
];
