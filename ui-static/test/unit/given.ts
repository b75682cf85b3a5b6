import type { InboxEvent, Run, RunDetails, Step } from "../../src/api/types.ts";

export const aRun = (rest: Partial<Run> = {}): Run => ({
  key: "1",
  workflow: "newsroom",
  version: 1,
  status: "running",
  startedAt: "2026-11-23T10:00:00.000Z",
  trigger: "webhook",
  incidents: 0,
  cost: null,
  ...rest,
});

export const aStep = (id: string, rest: Partial<Step> = {}): Step => ({
  id,
  elementId: "readFeed",
  name: "Read the feed",
  type: "serviceTask",
  status: "running",
  startedAt: "2026-11-23T10:00:00.000Z",
  attempts: 1,
  cost: null,
  ...rest,
});

export const details = (steps: Step[], run: Partial<Run> = {}): RunDetails => ({
  ...aRun(run),
  variables: {},
  steps,
});

export const anEvent = (rest: Partial<InboxEvent> = {}): InboxEvent => ({
  id: "0198f3c1-77aa-7c1e-9d0e-5b1f7f0c0a11",
  receivedAt: "2026-11-25T10:00:00.000Z",
  kind: "webhook",
  workflow: "newsroom",
  status: "started",
  size: 100,
  attempts: 1,
  updatedAt: "2026-11-25T10:00:00.000Z",
  ...rest,
});
