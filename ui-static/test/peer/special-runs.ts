import type { RunDetails, Step } from "../../src/api/types.ts";

const begun = Date.now() - 40_000;
const at = (ms: number) => new Date(begun + ms).toISOString();

const step = (id: string, rest: Partial<Step>): Step => ({
  id,
  elementId: "readFeed",
  name: "Read the feed",
  type: "serviceTask",
  status: "completed",
  startedAt: at(0),
  endedAt: at(400),
  attempts: 1,
  cost: null,
  ...rest,
});

const run = (key: string, rest: Partial<RunDetails>): RunDetails => ({
  key,
  workflow: "newsroom",
  version: 3,
  status: "waiting",
  startedAt: at(0),
  trigger: "api",
  incidents: 0,
  cost: null,
  variables: {},
  steps: [],
  ...rest,
});

/** Newsroom calls a translation, which calls a proof-reading that waits for a person. */
export function callingRuns(): RunDetails[] {
  const calls = (runKey: string, stepId: string, workflowName: string) => [
    { runKey, stepId, workflow: "press-releases", workflowName, status: "waiting" as const },
  ];
  return [
    run("5000001", {
      workflowName: "Newsroom",
      calls: calls("5000002", "51", "Translation"),
      waiting: [
        {
          stepId: "51",
          elementId: "readFeed",
          name: "Translate",
          kind: "workflow",
          runKey: "5000002",
          text: "for the run of Translation",
        },
      ],
      steps: [
        step("51", { name: "Translate", type: "callActivity", status: "waiting", endedAt: null, calledRunKey: "5000002" }),
      ],
    }),
    run("5000002", {
      workflowName: "Translation",
      calledBy: { runKey: "5000001", stepId: "51" },
      calls: calls("5000003", "61", "Proof-reading"),
      steps: [
        step("61", { name: "Proof-read", type: "callActivity", status: "waiting", endedAt: null, calledRunKey: "5000003" }),
      ],
    }),
    run("5000003", {
      workflowName: "Proof-reading",
      calledBy: { runKey: "5000002", stepId: "61" },
      waiting: [
        { stepId: "71", elementId: "publishPage", name: "Approve", kind: "person", text: "for somebody who answers it" },
        {
          stepId: "72",
          elementId: "readFeed",
          name: "Remind",
          kind: "timer",
          until: new Date(Date.now() + 300_000).toISOString(),
          text: "until later, for 5 minutes more",
        },
        {
          stepId: "73",
          elementId: "getArticle",
          name: "Fetch the source",
          kind: "backoff",
          until: new Date(Date.now() + 90_000).toISOString(),
          text: "the next try comes later",
        },
        {
          stepId: "74",
          elementId: "writeHeadline",
          name: "Wait for the desk",
          kind: "message",
          message: "desk-reply",
          correlationKey: "4711",
          text: "for a reply with the key 4711",
        },
      ],
      steps: [
        step("71", { elementId: "publishPage", name: "Approve", type: "userTask", status: "waiting", endedAt: null }),
        step("72", { name: "Remind", type: "intermediateCatchEvent", status: "waiting", endedAt: null }),
        step("73", {
          elementId: "getArticle",
          name: "Fetch the source",
          status: "running",
          endedAt: null,
          attempts: 2,
          nextTryAt: new Date(Date.now() + 90_000).toISOString(),
          retriesLeft: 1,
          tries: [
            {
              number: 1,
              startedAt: at(1_000),
              endedAt: at(6_000),
              outcome: "failed",
              error: { message: "The server did not answer within 5 s" },
            },
            { number: 2, startedAt: at(20_000), endedAt: at(26_000), outcome: "failed", error: { message: "The same again" } },
          ],
        }),
        step("74", { elementId: "writeHeadline", name: "Wait for the desk", type: "receiveTask", status: "waiting", endedAt: null }),
      ],
    }),
  ];
}

/** One loop with so many items. */
export function longRun(items: number): RunDetails {
  const frame = step("900000000", { elementId: "eachEntry", name: "For each entry", type: "multiInstanceBody", endedAt: at(30_000) });
  const steps = Array.from({ length: items }, (_, index): Step =>
    step(`${900000001 + index}`, {
      elementId: "getArticle",
      name: "Get the article",
      parentId: frame.id,
      loop: { index: index + 1, of: items },
      startedAt: at(index * 3),
      endedAt: at(index * 3 + 900),
      input: { url: `http://127.0.0.1/${index + 1}` },
      output: { number: index + 1 },
    }),
  );
  return run("5000009", { status: "completed", endedAt: at(31_000), steps: [frame, ...steps] });
}
