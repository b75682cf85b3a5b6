import { useEffect, useState } from "preact/hooks";
import { readEvent } from "../../../api/inbox.ts";
import type { InboxEvent, InboxEventDetails, Json } from "../../../api/types.ts";
import { ValueTree } from "../../../panels/values/value-tree.tsx";
import { whatArrived } from "../../../run/event-words.ts";
import { relative } from "../../../run/words.ts";

interface Props {
  events: readonly InboxEvent[];
  picked: string | undefined;
  pick: (id: string) => void;
  /** Its values as text, to be changed before they run. */
  edit: (values: string) => void;
}

/** The newest things that arrived for the workflow, and what is in the chosen one. */
export function EventChoice({ events, picked, pick, edit }: Props) {
  const [details, setDetails] = useState<InboxEventDetails>();
  useEffect(() => {
    if (picked === undefined) return;
    let gone = false;
    setDetails(undefined);
    // why: what cannot be read can still run; its name and time are shown.
    readEvent(picked).then((read) => gone || setDetails(read), () => undefined);
    return () => {
      gone = true;
    };
  }, [picked]);
  const body = details?.request.body ?? details?.variables;
  return (
    <>
      <label class="field">
        <span class="field__label">What arrived</span>
        <select class="select" value={picked} onChange={({ currentTarget }) => pick(currentTarget.value)}>
          {events.map((event) => (
            <option key={event.id} value={event.id}>
              {named(event)}
            </option>
          ))}
        </select>
      </label>
      {body === undefined ? null : (
        <div class="try__preview">
          <ValueTree value={body} name="What arrived" />
        </div>
      )}
      {isNamed(body) ? (
        <p>
          <button type="button" class="button button--small" onClick={() => edit(JSON.stringify(body, null, 2))}>
            Change the values first
          </button>
        </p>
      ) : null}
    </>
  );
}

const named = (event: InboxEvent): string =>
  [
    whatArrived(event),
    relative(event.receivedAt, Date.now()),
    ...(event.draft === true ? ["to a draft"] : []),
    ...(event.replayOf == null ? [] : ["run again"]),
  ].join(" · ");

const isNamed = (value: Json | undefined): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);
