import { choice, line } from "./entries.tsx";
import { pathProblem } from "./path.ts";

export const HookPath = line("inbound.path", "Path", { validate: pathProblem });

export const HookMethod = choice("inbound.method", "Method", {
  any: "Any method",
  POST: "POST",
  GET: "GET",
  PUT: "PUT",
  PATCH: "PATCH",
  DELETE: "DELETE",
});

export const HookAnswer = choice("inbound.response", "The caller gets", {
  ack: "“Accepted”, at once",
  result: "The run's result, when it is done",
  respond: "What the step “Answer the caller” says",
  stream: "Parts, as “Answer the caller” steps send them",
});

export const HookResult = line("inbound.responseExpression", "The result is", {
  description: "An expression over the run's values; all of them when it is empty.",
});

export const HookKey = line("inbound.correlationKey", "Belongs to the run with", {
  description: "An expression over request that gives the key that the run waits with, such as =request.body.orderId.",
});

export const HookValues = line("resultExpression", "Values for the run", {
  description: "An expression over request: method, path, query, headers, body.",
});

export const HookDedupe = line("inbound.dedupeKey", "Repeats are known by", {
  description: "An expression over request, such as =request.body.id. When empty, by the sender's own delivery number, where there is one.",
});

export const HookTimeout = line("inbound.timeout", "The caller waits at most", {
  description: "Such as 30s; at most 5m. Then it gets an address to ask at, and the run goes on.",
});

export const HookRate = line("inbound.limit.rate", "Requests at most", {
  description: "Such as 10/s, 600/m or 50/h; 600/m when it is empty.",
});

export const HookBody = line("inbound.limit.body", "Largest body", {
  description: "Such as 200KB; 1MB when it is empty, 20MB at most.",
});

export const HookWaiting = line("inbound.limit.concurrency", "Callers that wait at once", {
  description: "100 when it is empty.",
});
