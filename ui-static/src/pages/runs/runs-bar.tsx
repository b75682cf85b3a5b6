import { useState } from "preact/hooks";
import type { RunStatus } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { SearchField } from "../../panels/parts/search-field.tsx";
import { runStatusWord } from "../../run/words.ts";
import { lastWords, type Last, type RunsFilter } from "./address.ts";
import { FilterDialog } from "./filter-dialog.tsx";
import { SavedMenu } from "./saved-menu.tsx";

interface Props {
  filter: RunsFilter;
  names: ReadonlyMap<string, string>;
  change: (filter: RunsFilter) => void;
}

export function RunsBar({ filter, names, change }: Props) {
  const [building, setBuilding] = useState(false);
  const known = [...names];
  if (filter.workflow !== "" && !names.has(filter.workflow)) {
    known.unshift([filter.workflow, filter.workflow]);
  }
  return (
    <div class="bar" role="search">
      <SearchField
        label="Search runs, values and errors"
        value={filter.q}
        change={(q) => change({ ...filter, q })}
      />
      <Choice
        label="Status"
        any="Any status"
        value={filter.status}
        choices={Object.entries(runStatusWord)}
        choose={(status) => change({ ...filter, status: status as RunStatus | "" })}
      />
      <Choice
        label="Workflow"
        any="Any workflow"
        value={filter.workflow}
        choices={known}
        choose={(workflow) => change({ ...filter, workflow })}
      />
      <Choice
        label="Started"
        any="Any time"
        value={filter.last}
        choices={Object.entries(lastWords)}
        choose={(last) => change({ ...filter, last: last as Last | "", from: "", to: "" })}
      />
      <button type="button" class="button" onClick={() => setBuilding(true)}>
        <Icon name="settings" size={14} /> Filter…
      </button>
      <SavedMenu filter={filter} change={change} />
      {building ? (
        <FilterDialog filter={filter} change={change} close={() => setBuilding(false)} />
      ) : null}
    </div>
  );
}

function Choice(props: {
  label: string;
  any: string;
  value: string;
  choices: [string, string][];
  choose: (value: string) => void;
}) {
  return (
    <select
      class="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.choose(event.currentTarget.value)}
    >
      <option value="">{props.any}</option>
      {props.choices.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
