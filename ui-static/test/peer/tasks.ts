import type { PersonStep } from "../../src/api/tasks.ts";
import { none, ok, refuse, type Route } from "./answers.ts";

/** A step that waits for an editor; its values are full of markup. */
export const lookStep = (): PersonStep => ({
  stepId: "4503599627370777",
  runKey: "4503599627370501",
  workflow: "newsroom",
  workflowName: "Morning news",
  name: "Look at the article",
  elementId: "look",
  form: {
    type: "default",
    schemaVersion: 16,
    components: [
      { id: "a", type: "text", text: "## {{headline}}" },
      { id: "b", type: "textfield", key: "headline", label: "Headline", readonly: true },
      { id: "c", type: "textarea", key: "summary", label: "Summary", validate: { required: true } },
      { id: "d", type: "select", key: "desk", label: "Desk", valuesKey: "desks" },
      { id: "e", type: "checkbox", key: "approved", label: "Publish it" },
      { id: "f", type: "textarea", key: "reason", label: "Why not", conditional: { hide: "=approved" } },
    ],
  },
  values: {
    headline: "<img src=x onerror=\"window.hurt=1\"> Ferry is late",
    summary: "The ferry to the island is late.",
    desks: ["harbour", "city"],
    desk: "harbour",
    approved: true,
  },
  status: "open",
});

export const taskRoutes: Route[] = [
  ["GET", /^\/api\/tasks\/([^/]+)$/, (world, _ask, [key = ""]) =>
    key === world.personStep.stepId
      ? ok(world.personStep)
      : refuse(404, "Not Found", `There is no step for a person with the key ${key}.`)],
  ["POST", /^\/api\/tasks\/([^/]+)\/complete$/, (world, ask) => {
    if (world.personStep.status === "completed") {
      return refuse(409, "Conflict", "This step was completed by grace already.");
    }
    if (world.formRefusal !== undefined) return world.formRefusal;
    world.submissions.push(JSON.parse(ask.body) as object);
    return none;
  }],
];
