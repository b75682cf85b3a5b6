import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { readEvent, replayEvent } from "../../../api/inbox.ts";
import type { InboxEvent } from "../../../api/types.ts";
import { useNews } from "../../../panels/frame/use-news.ts";
import { sentence } from "../../../panels/parts/messages.tsx";
import { toast } from "../../../panels/parts/toasts.tsx";
import type { Desk } from "../use-designer.ts";
import { shownOnCanvas } from "./shown-on-canvas.ts";

export interface Trying {
  /** The newest event that runs the draft as a copy. */
  event: InboxEvent | undefined;
  /** The draft was changed since. */
  stale: boolean;
  starting: boolean;
  /** Saves the draft and begins; undefined when it has begun, else what stands in the way. */
  begin: (send: () => Promise<{ eventId: string }>) => Promise<unknown>;
  /** The same event on the draft as it is now. */
  again: () => void;
  /** No more marks. */
  forget: () => void;
}

/** Runs the draft with an event, and knows which run that became. */
export function useTrying(workflow: string, desk: Desk, listens: boolean): Trying {
  const [event, setEvent] = useState<InboxEvent>();
  const [etag, setEtag] = useState<string>();
  const [starting, setStarting] = useState(false);
  const own = useRef(new Set<string>());
  const forgotten = useRef(new Set<string>());

  const learn = useCallback((news: InboxEvent) => {
    if (!forgotten.current.has(news.id)) setEvent((before) => newer(before, news));
  }, []);
  useNews(["inbox"], () => undefined, (news) => {
    if (news.kind !== "inbox" || news.event.workflow !== workflow || news.event.draft !== true) return;
    // why: others try drafts of the same workflow too; theirs are none of this drawing's business.
    if (listens || own.current.has(news.event.id)) learn(news.event);
  });

  useEffect(() => {
    if (event !== undefined && !own.current.has(event.id)) setEtag(desk.session.etag);
  }, [event?.id]);

  const begin = async (send: () => Promise<{ eventId: string }>): Promise<unknown> => {
    setStarting(true);
    try {
      await desk.table?.handOver();
      if (!(await desk.session.flush())) {
        return new Error("The draft is not saved yet, so it cannot run. Look at the note beside its name.");
      }
      const { eventId } = await send();
      own.current.add(eventId);
      setEtag(desk.session.etag);
      // why: what became of the event may have been told before its id was known.
      await readEvent(eventId).then(learn, () => undefined);
      return undefined;
    } catch (problem) {
      return shownOnCanvas(problem, desk) ? undefined : problem;
    } finally {
      setStarting(false);
    }
  };

  const again = async () => {
    if (event === undefined) return;
    const problem = await begin(() => replayEvent(event.id, "draft"));
    if (problem !== undefined) toast({ text: sentence(problem), failed: true });
  };

  const unsaved = desk.saving.is === "unsaved" || desk.saving.is === "saving";
  return {
    event,
    stale: event !== undefined && (unsaved || desk.session.etag !== etag),
    starting,
    begin,
    again: () => void again(),
    forget: () => {
      if (event !== undefined) forgotten.current.add(event.id);
      setEvent(undefined);
    },
  };
}

/** Ids grow with time; a run that is known stays known. */
function newer(before: InboxEvent | undefined, news: InboxEvent): InboxEvent {
  if (before === undefined || news.id > before.id) return news;
  if (news.id < before.id) return before;
  return news.runKey == null ? { ...news, runKey: before.runKey ?? null } : news;
}
