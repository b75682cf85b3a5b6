import type { InboxEvent } from "../../api/types.ts";

/**
 * Newest first, each event once. A first page that is read again replaces what it covers, so that
 * what no longer fits the filter goes; older events that were asked for stay.
 */
export function merge(
  before: InboxEvent[],
  page: InboxEvent[],
  how: { older: boolean; whole: boolean },
): InboxEvent[] {
  const fresh = new Set(page.map(({ id }) => id));
  const rest = before.filter(({ id }) => !fresh.has(id));
  if (how.older) return [...rest, ...page];
  const last = page.at(-1);
  if (how.whole || last === undefined) return page;
  return [...page, ...rest.filter((event) => isOlder(event, last))];
}

const isOlder = (event: InboxEvent, than: InboxEvent) =>
  event.receivedAt < than.receivedAt ||
  (event.receivedAt === than.receivedAt && event.id < than.id);

/** A change of an event that is shown; others come with the next reading. */
export const update = (events: InboxEvent[], changed: InboxEvent): InboxEvent[] =>
  events.map((event) =>
    event.id === changed.id && changed.updatedAt >= event.updatedAt ? changed : event,
  );
