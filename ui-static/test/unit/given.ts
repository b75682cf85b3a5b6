import type { Run, RunDetails, Step } from "../../src/api/types.ts";

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
