import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { listEvents } from "../../api/inbox.ts";
import type { Connection } from "../../api/live.ts";
import type { InboxEvent, InboxPage } from "../../api/types.ts";
import { useNews } from "../../panels/frame/use-news.ts";
import type { InboxFilter } from "./address.ts";
import { merge, update } from "./merge.ts";

const pageSize = 50;

export interface InboxList {
  events: InboxEvent[] | undefined;
  counts: InboxPage["counts"];
  backlog: InboxPage["backlog"];
  problem: unknown;
  connection: Connection;
  /** Grows whenever something changed in the inbox. */
  turn: number;
  more: (() => void) | undefined;
  again: () => void;
}

/** The newest events that fit, kept up to date by the event stream, with older ones on request. */
export function useInbox(filter: InboxFilter): InboxList {
  const [events, setEvents] = useState<InboxEvent[]>();
  const [counts, setCounts] = useState<InboxPage["counts"]>({});
  const [backlog, setBacklog] = useState<InboxPage["backlog"]>({ count: 0 });
  const [next, setNext] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [changes, setChanges] = useState(0);
  const turn = useRef(0);
  const first = useRef(true);
  const { workflow, status, kind, q } = filter;

  const load = useCallback(
    (cursor?: string) => {
      const mine = ++turn.current;
      const older = cursor !== undefined;
      const wanted = { workflow, status, kind, q: q.trim(), limit: pageSize };
      listEvents(older ? { ...wanted, cursor } : wanted).then(
        (page) => {
          if (mine !== turn.current) return;
          setProblem(undefined);
          setCounts(page.counts);
          setBacklog(page.backlog);
          setEvents((before) => merge(before ?? [], page.items, { older, whole: page.next == null }));
          // why: a renewal of the first page keeps the older pages that are already shown.
          if (older || first.current || page.next == null) setNext(page.next ?? undefined);
          first.current = false;
        },
        (trouble: unknown) => mine === turn.current && setProblem(trouble),
      );
    },
    [workflow, status, kind, q],
  );

  useEffect(() => {
    first.current = true;
    const timer = setTimeout(() => {
      setEvents(undefined);
      load();
    }, q === "" ? 0 : 200);
    return () => clearTimeout(timer);
  }, [load, q]);

  const renew = () => {
    load();
    setChanges((before) => before + 1);
  };
  const connection = useNews(["inbox", "workflow"], renew, (news) => {
    if (news.kind === "inbox") setEvents((before) => before && update(before, news.event));
  });

  return {
    events,
    counts,
    backlog,
    problem,
    connection,
    turn: changes,
    more: next === undefined ? undefined : () => load(next),
    again: renew,
  };
}
