import { choice, line } from "./entries.tsx";
import { addressProblem } from "./path.ts";

export const FeedAddress = line("inbound.url", "Address of the feed", { validate: addressProblem });

export const FeedInterval = choice("inbound.interval", "Look for new entries", {
  "15m": "Every 15 minutes",
  "5m": "Every 5 minutes",
  "30m": "Every half hour",
  "1h": "Every hour",
  "6h": "Every 6 hours",
  "1d": "Once a day",
});

export const FeedInitial = choice("inbound.initial", "At the first look", {
  none: "Only remember what is there",
  all: "Start a run for each entry that is there",
});

export const FeedValues = line("resultExpression", "Values for the run", {
  description: "An expression over the entry; all of it when it is empty.",
});
