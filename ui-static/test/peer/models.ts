import type { Comparison, ModelNow, RouteNow, Times } from "../../src/api/models.ts";
import { ok, refuse, type Answer, type Ask, type Route } from "./answers.ts";
import type { World } from "./world.ts";

const times = (count: number, p50: number, p95: number): Times => ({ count, p50, p95, p99: p95 * 1.4 });
const none = times(0, 0, 0);

export const quiet = (name: string, hardware = "unknown"): RouteNow => ({
  name,
  adapter: "openai",
  hardware,
  evidence: hardware === "unknown" ? "unknown" : "declared",
  state: "ready",
  load: { inFlight: 0, limit: 8, waiting: 0 },
  speed: { firstToken: none, perToken: none, answer: none },
  spent: { answers: 0, cost: 0, costUnknown: 0, extra: 0, cancelled: 0 },
  causes: {},
});

/** A model on two routes, one of them busy. */
export const newsModel: ModelNow = {
  alias: "news-writer",
  policy: "fastest",
  routes: [
    {
      ...quiet("trn-east", "Trainium2"),
      adapter: "sagemaker",
      evidence: "measured",
      load: { inFlight: 3, limit: 12, waiting: 0 },
      speed: { firstToken: times(812, 140, 310), perToken: times(812, 11.4, 19.8), answer: times(812, 1_420, 2_900) },
      spent: { answers: 812, cost: 0.4182, costUnknown: 0, extra: 9, cancelled: 9 },
    },
    {
      ...quiet("vllm-desk", "Inferentia2"),
      state: "saturated",
      load: { inFlight: 4, limit: 4, waiting: 7 },
      speed: { firstToken: times(204, 410, 980), perToken: times(204, 23.9, 44), answer: times(204, 3_100, 6_020) },
      spent: { answers: 204, cost: 0, costUnknown: 204, extra: 0, cancelled: 0 },
      causes: { throttled: 31, transient: 2 },
    },
  ],
};

export const modelRoutes: Route[] = [
  ["GET", /^\/api\/models$/, (world) => ok({ items: modelsOf(world) })],
  ["POST", /^\/api\/models\/([^/]+)\/compare$/, compare],
];

const modelsOf = (world: World) => [
  ...world.models.map((alias) => ({
    alias,
    policy: "pinned",
    routes: (world.routes.get(alias) ?? []).map((route) => ({ ...quiet(route.name), ...route })),
  })),
  ...world.modelsNow,
];

function compare(world: World, ask: Ask, [alias = ""]: string[]): Answer {
  const model = modelsOf(world).find((one) => one.alias === alias);
  if (model === undefined) return refuse(404, "There is no such model, or it has no such route.", "");
  const { prompts, confirm } = JSON.parse(ask.body) as { prompts: string[]; confirm?: number };
  const calls = prompts.length * model.routes.length;
  if (calls > 100) return refuse(422, `${calls} calls are too many; 100 is the most.`, "");
  if (confirm !== calls) return ok({ asks: { calls, cost: 0.0042 * calls } });
  return ok(world.compared ?? compared(model, prompts));
}

function compared(model: ModelNow, prompts: string[]): Comparison {
  return {
    routes: model.routes.map(({ name, hardware, evidence }, at) => ({
      name,
      hardware,
      evidence,
      answers: prompts.map((prompt) => ({ text: `${name} on “${prompt}”`, latency: 1_200 + 900 * at, firstToken: 140, cost: 0.0003 })),
    })),
  };
}
