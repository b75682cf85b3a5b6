import type { EventKind, EventStatus, InboxEvent } from "../api/types.ts";

/** What an editor reads about something that arrived. */
export const eventWord: Record<EventStatus, string> = {
  accepted: "Accepted",
  started: "Started",
  correlated: "Went on",
  answered: "Answered",
  waiting: "Waiting",
  duplicate: "Duplicate",
  rejected: "Refused",
  dead: "Stuck",
};

/** What the status means, as a sentence. */
export const eventMeaning: Record<EventStatus, string> = {
  accepted: "It is stored safely; its run begins in a moment.",
  started: "It started a run.",
  correlated: "A run was waiting for it and goes on.",
  answered: "It started a run, and the caller got the run's answer.",
  waiting: "The workflow is paused. It starts in its turn when somebody resumes the workflow.",
  duplicate: "The same delivery had arrived before, so nothing was started a second time.",
  rejected: "It was refused and started nothing.",
  dead: "It is stored safely, but no run could be started with it.",
};

export const kindWord: Record<EventKind, string> = {
  webhook: "Webhook",
  feed: "Feed",
  form: "Form",
  api: "API",
  cli: "Command line",
  browser: "Browser",
};

/** "POST /hooks/newsroom", "Feed entry for press-releases". */
export function whatArrived(event: InboxEvent): string {
  if (event.path != null && event.path !== "") {
    const place = event.kind === "form" ? "/forms/" : "/hooks/";
    const path = event.path.startsWith("/") ? event.path : place + event.path;
    return event.method == null ? path : `${event.method} ${path}`;
  }
  const from: Record<EventKind, string> = {
    webhook: "Request",
    feed: "Feed entry",
    form: "Form",
    api: "API call",
    cli: "Command line",
    browser: "Started by hand",
  };
  return from[event.kind];
}

type Mending = [sign: RegExp, mend: string];

const mendings: Mending[] = [
  [
    /too old|too new|expired|timestamp|replay window|clock/i,
    "The request was signed too long ago, or one of the two clocks is wrong. Let the sender send it again.",
  ],
  [
    /connection .*(missing|unknown|not found|no )|no (such )?connection|without a connection/i,
    "The webhook names a connection that does not exist. Create it, or choose another one in the designer.",
  ],
  [
    /signature|signed|hmac/i,
    "The sender signs with another secret than the connection holds. Compare both, or store the sender's secret in the connection.",
  ],
  [
    /token|credential|password|api.?key|bearer|unauthori[sz]ed|not allowed|who may/i,
    "The sender proved itself with something else than the webhook expects. Compare the sender's settings with the connection.",
  ],
  [
    /too (large|big)|exceeds|limit of .*(B|bytes)|413/i,
    "Raise the size limit under “More” at the workflow's start, or let the sender send less.",
  ],
  [
    /rate|too many|429|concurren/i,
    "The sender is faster than the webhook's limit. It may try again later, or you raise the limit under “More” at the workflow's start.",
  ],
  [
    /json|unreadable|charset|utf-8|content.?type|multipart|duplicate key|nested|surrogate/i,
    "The body cannot be read as what it says it is. The sender has to mend it; the raw body is below.",
  ],
  [/method|405/i, "Change the sender's method, or let the webhook take any method."],
  [
    /expression|FEEL|evaluat/i,
    "An expression of the start does not work with this request. Mend it in the designer and publish.",
  ],
];

/** What a person can do about it, or undefined when nothing is wrong. */
export function howToMend(event: Pick<InboxEvent, "status" | "reason">): string | undefined {
  const { status, reason } = event;
  if (status === "waiting") return "Resume the workflow, and it starts by itself.";
  if (status !== "rejected" && status !== "dead") return undefined;
  const known = mendings.find(([sign]) => sign.test(reason ?? ""))?.[1];
  const mend = known ?? "Mend what the reason names.";
  if (status === "dead") return `${mend} Then replay it on the newest version.`;
  return known ?? `${mend} Then let the sender send it again.`;
}

/** Why an event cannot be replayed, or undefined when it can. */
export function whyNoReplay({ status }: Pick<InboxEvent, "status">): string | undefined {
  switch (status) {
    case "rejected":
      return "What was refused is not kept whole, so it cannot be replayed. Let the sender send it again.";
    case "duplicate":
      return "It is a repetition. Replay the first one instead.";
    case "accepted":
    case "waiting":
      return "Its run has not begun yet, and begins by itself.";
    case "started":
    case "correlated":
    case "answered":
    case "dead":
      return undefined;
  }
}

/** "812 B", "2.1 kB", "14 MB". */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const [number, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ${unit}`;
}

/** "10:42:07.113" today, "24 Nov 10:42:07" before. */
export function arrivedAt(time: string, now: number): string {
  const then = new Date(time);
  const clock = then.toLocaleTimeString("en-GB");
  if (then.toDateString() === new Date(now).toDateString()) {
    return `${clock}.${String(then.getMilliseconds()).padStart(3, "0")}`;
  }
  return `${then.toLocaleDateString("en-GB", { day: "numeric", month: "short" })} ${clock}`;
}

/** "4503…17": enough to tell two runs apart. */
export const shortKey = (key: string): string =>
  key.length <= 9 ? key : `${key.slice(0, 4)}…${key.slice(-3)}`;

/** Waiting and stuck ones ask for a person. */
export const needsPerson = (counts: Partial<Record<EventStatus, number>>): number =>
  (counts.waiting ?? 0) + (counts.dead ?? 0);
