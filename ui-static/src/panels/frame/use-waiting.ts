import { useEffect, useState } from "preact/hooks";
import { listEvents } from "../../api/inbox.ts";
import { needsPerson } from "../../run/event-words.ts";
import { useNews } from "./use-news.ts";

/** How many events wait for somebody: of paused workflows, and those that are stuck. */
export function useWaiting(): number {
  const [waiting, setWaiting] = useState(0);
  const read = () => {
    // why: a failed read is shown by the page itself; a badge has nothing to add.
    listEvents({ limit: 1 }).then(
      ({ counts }) => setWaiting(needsPerson(counts)),
      () => undefined,
    );
  };
  useEffect(read, []);
  useNews(["inbox", "workflow"], read);
  return waiting;
}
