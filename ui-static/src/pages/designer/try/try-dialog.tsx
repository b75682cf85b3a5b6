import { useEffect, useState } from "preact/hooks";
import { runDraft } from "../../../api/draft-runs.ts";
import { listEvents, replayEvent } from "../../../api/inbox.ts";
import type { InboxEvent } from "../../../api/types.ts";
import { exampleInput } from "../../../api/workflows.ts";
import { Dialog } from "../../../panels/parts/dialog.tsx";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { parseInput } from "../../../panels/run-dialog/input.ts";
import { whyNoReplay } from "../../../run/event-words.ts";
import type { Desk } from "../use-designer.ts";
import { EventChoice } from "./event-choice.tsx";
import { firstValues, isNothing } from "./first-values.ts";
import { ValuesField } from "./values-field.tsx";
import { rememberValues, rememberedValues } from "./remembered.ts";
import type { Trying } from "./use-trying.ts";

type With = "event" | "example" | "own";

/** Asks what the draft runs with: something that arrived, the example, or values of one's own. */
export function TryDialog({ desk, trying, close }: { desk: Desk; trying: Trying; close: () => void }) {
  const { workflow } = desk;
  const [starts] = useState(() => desk.table?.run.starts ?? []);
  const [start, setStart] = useState(starts.find(({ kind }) => kind === "hand") ?? starts[0]);
  const [events, setEvents] = useState<InboxEvent[]>();
  const [example, setExample] = useState("{}");
  const [chosen, choose] = useState<With>();
  const [event, setEvent] = useState<string>();
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<unknown>();

  useEffect(() => {
    void exampleInput(workflow).then((given) => setExample(given.trim()));
    // why: without the inbox there are still the other two.
    listEvents({ workflow, limit: 20 }).then(
      ({ items }) => setEvents(items.filter((one) => whyNoReplay(one) === undefined)),
      () => setEvents([]),
    );
  }, [workflow]);

  const hasExample = !isNothing(example);
  const given = chosen ?? (hasExample ? "example" : "own");
  const own = text ?? rememberedValues(workflow, start?.id) ?? firstValues(start);
  const input = parseInput(given === "example" ? example : own);
  const picked = event ?? events?.[0]?.id;
  const ready = given === "event" ? picked !== undefined : input.ok;

  const run = async () => {
    if (!ready || trying.starting) return;
    setProblem(undefined);
    const found = await trying.begin(() =>
      given === "event" && picked !== undefined
        ? replayEvent(picked, "draft")
        : runDraft(workflow, {
            values: input.ok ? input.variables : {},
            ...(start === undefined ? {} : { start: start.id }),
          }),
    );
    if (found !== undefined) return setProblem(found);
    if (given === "own") rememberValues(workflow, start?.id, own);
    close();
  };

  return (
    <Dialog
      title="Run the draft"
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button
            type="button"
            class="button button--main"
            disabled={!ready || trying.starting}
            onClick={() => void run()}
          >
            {trying.starting ? "Starting…" : "Run the draft"}
          </button>
        </>
      }
    >
      {problem === undefined ? null : <Trouble problem={problem} />}
      <p class="soft">
        It runs as a copy, as it is drawn now. Its steps do real work. What is published goes on as it is.
      </p>
      {starts.length > 1 && given !== "event" ? (
        <label class="field">
          <span class="field__label">It begins at</span>
          <select
            class="select"
            value={start?.id}
            onChange={({ currentTarget }) => {
              setStart(starts.find(({ id }) => id === currentTarget.value));
              setText(undefined);
            }}
          >
            {starts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <fieldset class="try">
        <legend class="field__label">With</legend>
        <Way name="example" label="The example" help={hasExample ? "" : "This workflow has none."} off={!hasExample} given={given} choose={choose} />
        <Way
          name="event"
          label="Something that arrived"
          help={events?.length === 0 ? "Nothing has arrived for it yet." : ""}
          off={events === undefined || events.length === 0}
          given={given}
          choose={choose}
        />
        <Way name="own" label="Values of my own" help="" off={false} given={given} choose={choose} />
      </fieldset>
      {given === "event" && events !== undefined ? (
        <EventChoice
          events={events}
          picked={picked}
          pick={setEvent}
          edit={(values) => {
            setText(values);
            choose("own");
          }}
        />
      ) : (
        <ValuesField
          start={start}
          text={given === "example" ? example : own}
          input={input}
          change={(values) => {
            setText(values);
            choose("own");
          }}
          send={() => void run()}
        />
      )}
    </Dialog>
  );
}

function Way(props: { name: With; label: string; help: string; off: boolean; given: With; choose: (name: With) => void }) {
  const { name, label, help, off, given, choose } = props;
  return (
    <label class="try__way" title={help}>
      <input type="radio" name="try-with" value={name} checked={given === name} disabled={off} onChange={() => choose(name)} />
      <span>{label}</span>
    </label>
  );
}
