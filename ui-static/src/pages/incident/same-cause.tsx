import { useEffect, useState } from "preact/hooks";
import { retryIncidents, type Incident, type Result } from "../../api/repair.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { Trouble } from "../../panels/parts/messages.tsx";
import { When } from "../../panels/parts/time.tsx";
import { shortKey } from "../../run/event-words.ts";

/** So many go out at once; their results show before the next ones go. */
const portion = 50;

interface Props {
  here: Incident;
  others: Incident[];
  changed: () => void;
  open: (incident: Incident) => void;
}

/** The same cause in other runs: all of them at once, with a result for each. */
export function SameCause({ here, others, changed, open }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [listed, setListed] = useState(others);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  useEffect(() => {
    // why kept: what was tried again leaves the engine's list, and its result must still be read.
    if (results.size === 0) setListed(others);
  }, [others, results.size]);

  const chosen = listed.filter(({ key }) => !left.has(key) && results.get(key)?.done !== true);
  const retry = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      for (let at = 0; at < chosen.length; at += portion) {
        const answer = await retryIncidents(chosen.slice(at, at + portion).map(({ key }) => key));
        setResults((before) => new Map([...before, ...answer.map((one): [string, Result] => [one.key, one])]));
      }
    } catch (trouble) {
      setProblem(trouble);
    }
    setBusy(false);
    changed();
  };

  if (listed.length === 0) return null;
  const done = [...results.values()].filter((one) => one.done).length;
  return (
    <aside class="pane incident__same" aria-label="The same cause in other runs">
      <header class="pane__head">
        <div class="pane__name">
          <h2>
            The same cause in {listed.length} other {listed.length === 1 ? "run" : "runs"}
          </h2>
          <span class="soft small">at {here.name}, still open</span>
        </div>
      </header>
      <div class="pane__body">
        {problem === undefined ? null : <Trouble problem={problem} />}
        {results.size === 0 ? null : (
          <p role="status">
            {done} of {results.size} are on their way again
            {done === results.size ? "." : `; ${results.size - done} could not be tried.`}
          </p>
        )}
        <button
          type="button"
          class="button"
          disabled={busy || chosen.length === 0}
          onClick={() => void retry()}
        >
          <Icon name="retry" size={14} />
          {busy ? "Trying…" : chosen.length === listed.length ? "Try all again" : `Try ${chosen.length} again`}
        </button>
        <ul class="same">
          {listed.map((one) => (
            <Item
              key={one.key}
              incident={one}
              result={results.get(one.key)}
              chosen={!left.has(one.key)}
              toggle={() => setLeft(toggled(left, one.key))}
              open={() => open(one)}
            />
          ))}
        </ul>
      </div>
    </aside>
  );
}

interface ItemProps {
  incident: Incident;
  result: Result | undefined;
  chosen: boolean;
  toggle: () => void;
  open: () => void;
}

function Item({ incident, result, chosen, toggle, open }: ItemProps) {
  return (
    <li class="same__one">
      {result === undefined ? (
        <input
          type="checkbox"
          aria-label={`Try run ${incident.runKey} again`}
          checked={chosen}
          onChange={toggle}
        />
      ) : (
        <span class={`status is-${result.done ? "completed" : "failed"}`}>
          <Icon name={result.done ? "done" : "failed"} size={14} />
        </span>
      )}
      <span class="same__what">
        <a
          href={`/incident?key=${incident.key}&run=${incident.runKey}`}
          onClick={(event) => {
            event.preventDefault();
            open();
          }}
        >
          run {shortKey(incident.runKey)}
        </a>
        {result === undefined ? (
          <span class="soft small">
            <When time={incident.createdAt} />
          </span>
        ) : (
          <span class={result.done ? "soft small" : "small text-failed"}>
            {result.done ? "tried again" : (result.reason ?? "It could not be tried again.")}
          </span>
        )}
      </span>
    </li>
  );
}

function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
