import type { Trial } from "../../src/api/trials.ts";
import type { Variables } from "../../src/api/types.ts";
import { ok, type Answer, type Ask, type Route } from "./answers.ts";
import type { World } from "./world.ts";

/** What somebody tried. */
export interface TriedStep {
  element: string;
  variables: Variables;
  confirm?: string;
}

export const trialRoutes: Route[] = [
  ["POST", /^\/api\/workflows\/[^/]+\/steps\/([^/]+)\/try$/, async (world: World, ask: Ask, [element = ""]: string[]): Promise<Answer> => {
    const tried: TriedStep = { element, ...(JSON.parse(ask.body) as Omit<TriedStep, "element">) };
    world.tried.push(tried);
    return ok(await world.trial(tried));
  }],
];

/** The feed has one entry; a page is published only after a yes. */
export function aTrial({ element, variables, confirm }: TriedStep): Trial {
  if (element !== "publishPage") {
    return {
      ended: "completed",
      inputs: { url: variables.feed ?? null, limit: 10, since: null },
      response: { title: "Harbour news", items: [{ id: "1", title: "A pinned story" }] },
      variables: { entries: [{ id: "1", title: "A pinned story", link: "http://127.0.0.1/1.html" }] },
      durationMs: 321,
      cost: 0.0004,
    };
  }
  const inputs = { slug: "one", title: "One" };
  const word = "PUBLISH /site/one";
  return confirm === word
    ? { ended: "completed", inputs, response: { url: "/site/one.html" }, variables: { page: { url: "/site/one.html" } }, durationMs: 12 }
    : { ended: "asks", inputs, asks: { kind: "repeatable", method: "PUBLISH", target: "/site/one", confirm: word } };
}
