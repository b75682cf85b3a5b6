import { useCallback, useEffect, useState } from "preact/hooks";
import type { ReplayVersion } from "../../api/inbox.ts";
import type { InboxEvent } from "../../api/types.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { ConnectionMark } from "../../panels/parts/connection.tsx";
import { Empty, Trouble } from "../../panels/parts/messages.tsx";
import { whyNoReplay } from "../../run/event-words.ts";
import { addressOf, everything, isPlain, readAddress } from "./address.ts";
import { BacklogBanner } from "./backlog-banner.tsx";
import { EventPane } from "./event-pane.tsx";
import { EventsTable } from "./events-table.tsx";
import { InboxBar } from "./inbox-bar.tsx";
import { NoEvents } from "./no-events.tsx";
import { PickedBar } from "./picked-bar.tsx";
import { replayMany, replayOne } from "./replay.tsx";
import { StatusChips } from "./status-chips.tsx";
import { useEventKeys } from "./use-event-keys.ts";
import { useInbox } from "./use-inbox.ts";
import { usePicked } from "./use-picked.ts";

export function Inbox() {
  const [{ filter, event: open }, setPlace] = useState(() => readAddress(location.search));
  const list = useInbox(filter);
  const { events, problem } = list;
  const picked = usePicked(filter);

  useEffect(() => {
    history.replaceState(null, "", location.pathname + addressOf(filter, open));
  }, [filter, open]);

  const show = useCallback((event: string | undefined) => setPlace((place) => ({ ...place, event })), []);
  const change = (next: typeof filter) => setPlace((place) => ({ ...place, filter: next }));
  const { at, setAt } = useEventKeys(events ?? [], open, show, picked.toggle);

  const replay = (event: InboxEvent, version: ReplayVersion) =>
    void replayOne(event, version, show).then(list.again);
  const able = (events ?? []).filter((one) => picked.ids.has(one.id) && whyNoReplay(one) === undefined);
  const replayPicked = (version: ReplayVersion) =>
    void replayMany(able.map(({ id }) => id), version, show).then(() => {
      picked.clear();
      list.again();
    });

  return (
    <Frame here="inbox" title="Inbox" actions={<ConnectionMark state={list.connection} />}>
      <div class="with-pane">
        <div class="with-pane__main">
          <div class="column">
            <InboxBar filter={filter} change={change} />
            <StatusChips
              counts={list.counts}
              chosen={filter.status}
              choose={(status) => change({ ...filter, status })}
            />
            <BacklogBanner backlog={list.backlog} />
            {problem === undefined ? null : <Trouble problem={problem} again={list.again} />}
            {events?.length === 0 ? (
              <NoneHere plain={isPlain(filter)} clear={() => change(everything)} />
            ) : problem !== undefined && events === undefined ? null : (
              <EventsTable
                events={events}
                at={at}
                open={open}
                picked={picked.ids}
                show={(id) => (setAt(id), show(id))}
                pick={picked.toggle}
                pickAll={(all) => picked.set(all ? (events ?? []).map(({ id }) => id) : [])}
                replay={replay}
              />
            )}
            {list.more === undefined ? null : (
              <p class="more">
                <button type="button" class="button" onClick={list.more}>
                  Show older events
                </button>
              </p>
            )}
          </div>
          <PickedBar count={picked.ids.size} able={able.length} replay={replayPicked} clear={picked.clear} />
        </div>
        {open === undefined ? null : (
          <EventPane
            id={open}
            listed={events?.find(({ id }) => id === open)}
            turn={list.turn}
            show={show}
            replay={replay}
          />
        )}
      </div>
    </Frame>
  );
}

function NoneHere({ plain, clear }: { plain: boolean; clear: () => void }) {
  return plain ? (
    <NoEvents />
  ) : (
    <Empty
      icon="search"
      title="No event fits"
      actions={
        <button type="button" class="button" onClick={clear}>
          Show all events
        </button>
      }
    />
  );
}
