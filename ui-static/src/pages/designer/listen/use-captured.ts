import { useEffect, useRef, useState } from "preact/hooks";
import { readEvent } from "../../../api/inbox.ts";
import type { InboxEvent, InboxEventDetails } from "../../../api/types.ts";
import { useNews } from "../../../panels/frame/use-news.ts";

export interface Captured {
  /** The newest event of the draft since listening began. */
  event: InboxEvent | undefined;
  details: InboxEventDetails | undefined;
  count: number;
}

/** What arrives for a draft while it is listened to, live. */
export function useCaptured(workflow: string): Captured {
  const [event, setEvent] = useState<InboxEvent>();
  const [details, setDetails] = useState<InboxEventDetails>();
  const seen = useRef(new Set<string>());

  useNews(["inbox"], () => undefined, (news) => {
    if (news.kind !== "inbox" || news.event.workflow !== workflow) return;
    // why: what a person runs the draft with by hand did not come to its address.
    if (news.event.draft !== true || news.event.kind !== "webhook" || news.event.replayOf != null) return;
    const { id } = news.event;
    seen.current.add(id);
    setEvent((before) => (before === undefined || id >= before.id ? news.event : before));
  });

  const id = event?.id;
  useEffect(() => {
    if (id === undefined) return;
    setDetails(undefined);
    let gone = false;
    // why: what cannot be read is still named, with a link to where it can be looked at.
    readEvent(id).then((read) => gone || setDetails(read), () => undefined);
    return () => {
      gone = true;
    };
  }, [id]);

  return { event, details, count: seen.current.size };
}
