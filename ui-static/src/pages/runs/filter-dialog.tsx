import { useEffect, useState } from "preact/hooks";
import { listRuns, readRun } from "../../api/runs.ts";
import type { Json, Variables } from "../../api/types.ts";
import { Dialog } from "../../panels/parts/dialog.tsx";
import { triggerWords } from "../../run/words.ts";
import type { RunsFilter } from "./address.ts";
import { conditionProblem, opWord, writeCondition, type ValueCondition } from "./value-condition.ts";

interface Props {
  filter: RunsFilter;
  change: (filter: RunsFilter) => void;
  close: () => void;
}

/** Conditions on values and the rarer ones, put together without any language. */
export function FilterDialog({ filter, change, close }: Props) {
  const [condition, setCondition] = useState<ValueCondition>({ name: "", op: "eq", text: "" });
  const [rest, setRest] = useState({
    businessKey: filter.businessKey,
    trigger: filter.trigger,
    version: filter.version,
  });
  const [tried, setTried] = useState(false);
  const begun = condition.name !== "" || condition.text !== "";
  const problem = begun ? conditionProblem(condition) : "";

  const apply = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problem !== "") return;
    const value = begun ? [...new Set([...filter.value, writeCondition(condition)])] : filter.value;
    change({ ...filter, ...rest, businessKey: rest.businessKey.trim(), value });
    close();
  };

  return (
    <Dialog
      title="Filter runs"
      close={close}
      foot={
        <>
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" form="filter" class="button button--main">
            Show these runs
          </button>
        </>
      }
    >
      <form id="filter" class="filter-form" onSubmit={apply} noValidate>
        <fieldset class="filter-form__value">
          <legend>A value of the run</legend>
          <ValueFields workflow={filter.workflow} condition={condition} change={setCondition} />
          {tried && problem !== "" ? <p class="field__problem" role="alert">{problem}</p> : null}
        </fieldset>
        <label>
          Business key
          <input
            class="input"
            value={rest.businessKey}
            placeholder="A-4711"
            onInput={(event) => setRest({ ...rest, businessKey: event.currentTarget.value })}
          />
        </label>
        <div class="filter-form__pair">
          <label>
            Started by
            <select
              class="select"
              value={rest.trigger}
              onChange={(event) => setRest({ ...rest, trigger: event.currentTarget.value })}
            >
              <option value="">Anything</option>
              {Object.entries(triggerWords).map(([trigger, word]) => (
                <option key={trigger} value={trigger}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          <label>
            Version
            <input
              class="input"
              inputMode="numeric"
              value={rest.version}
              placeholder="Any; 0 for drafts"
              onInput={(event) =>
                setRest({ ...rest, version: event.currentTarget.value.replace(/\D/g, "") })
              }
            />
          </label>
        </div>
      </form>
    </Dialog>
  );
}

function ValueFields(props: {
  workflow: string;
  condition: ValueCondition;
  change: (condition: ValueCondition) => void;
}) {
  const { workflow, condition, change } = props;
  const names = useValueNames(workflow);
  return (
    <div class="filter-form__row">
      <input
        class="input"
        aria-label="Name of the value"
        placeholder="Name, like city"
        list="value-names"
        value={condition.name}
        onInput={(event) => change({ ...condition, name: event.currentTarget.value })}
      />
      <datalist id="value-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <select
        class="select"
        aria-label="How it compares"
        value={condition.op}
        onChange={(event) =>
          change({ ...condition, op: event.currentTarget.value as ValueCondition["op"] })
        }
      >
        {Object.entries(opWord).map(([op, word]) => (
          <option key={op} value={op}>
            {word}
          </option>
        ))}
      </select>
      <input
        class="input"
        aria-label="What it compares with"
        placeholder="Text or number"
        value={condition.text}
        onInput={(event) => change({ ...condition, text: event.currentTarget.value })}
      />
    </div>
  );
}

/** Names that the newest run has, so that nobody has to know them. */
function useValueNames(workflow: string): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    // why: without them the name can still be typed.
    const read = async () => {
      const [newest] = (await listRuns({ workflow, limit: 1 })).items;
      if (newest !== undefined) setNames(namesIn((await readRun(newest.key)).variables));
    };
    read().catch(() => undefined);
  }, [workflow]);
  return names;
}

export const namesIn = (variables: Variables): string[] =>
  Object.entries(variables).flatMap(([name, value]) =>
    isObject(value)
      ? Object.entries(value).flatMap(([field, one]) => (isShort(one) ? [`${name}.${field}`] : []))
      : isShort(value)
        ? [name]
        : [],
  );

const isObject = (value: Json): value is Variables =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isShort = (value: Json) => value !== null && typeof value !== "object";
