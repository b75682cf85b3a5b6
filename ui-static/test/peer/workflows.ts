import type { GalleryTemplate, Workflow } from "../../src/api/types.ts";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export const workflows = (): Workflow[] => [
  {
    id: "newsroom",
    name: "Newsroom",
    status: "published",
    version: 3,
    draft: { updatedAt: ago(8), baseVersion: 3 },
    triggers: [
      {
        kind: "webhook",
        label: "POST /hooks/newsroom",
        elementId: "feedArrives",
        method: "POST",
        path: "newsroom",
      },
    ],
    runs: { today: 142, failed: 2 },
    updatedAt: ago(8),
  },
  {
    id: "press-releases",
    name: "Press releases, sorted and answered",
    status: "published",
    version: 12,
    triggers: [{ kind: "webhook", label: "ANY /hooks/press", elementId: "arrives", path: "press" }],
    runs: { today: 31, failed: 0 },
    updatedAt: ago(60 * 26),
  },
  {
    id: "weekly-digest",
    name: "Weekly digest",
    status: "draft",
    draft: { updatedAt: ago(190) },
    triggers: [
      { kind: "schedule", label: "Mondays 07:00", elementId: "monday", next: [ago(-60 * 31)] },
    ],
    runs: { today: 0, failed: 0 },
    updatedAt: ago(190),
  },
  {
    id: "house-style",
    name: "House style check",
    status: "published",
    version: 1,
    paused: true,
    triggers: [
      {
        kind: "feed",
        label: "example.org/feed, every 15 min",
        elementId: "start",
        lastPolledAt: ago(9),
        lastError: "The address answers, but not with a feed.",
      },
    ],
    runs: { today: 4, failed: 0 },
    updatedAt: ago(60 * 24 * 9),
  },
];

/** What a first draft is listed as. */
export const newWorkflow = (id: string, updatedAt: string): Workflow => ({
  id,
  name: id,
  status: "draft",
  draft: { updatedAt },
  triggers: [],
  runs: { today: 0, failed: 0 },
  updatedAt,
});

export const gallery: GalleryTemplate[] = [
  {
    id: "page-watch",
    name: "Page watch",
    summary: "Reads a page every hour and tells an address when its text changed.",
  },
  {
    id: "translate-and-publish",
    name: "Translate and publish",
    summary: "Takes an article by webhook, asks a model to translate it and publishes both.",
  },
];
