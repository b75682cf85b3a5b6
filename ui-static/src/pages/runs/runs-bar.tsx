import { useEffect, useState } from "preact/hooks";
import type { RunStatus } from "../../api/types.ts";
import { listWorkflows } from "../../api/workflows.ts";
import { SearchField } from "../../panels/parts/search-field.tsx";
import { runStatusWord } from "../../run/words.ts";
import type { RunsFilter } from "./address.ts";

export function RunsBar(props: { filter: RunsFilter; change: (filter: RunsFilter) => void }) {
  const { filter, change } = props;
  const [names, setNames] = useState<{ id: string; name: string }[]>([]);

  useEffect(() => {
    // why: without the names the list can still be searched; its own trouble is shown below.
    listWorkflows().then((list) => setNames(list.items), () => undefined);
  }, []);

  const missing = filter.workflow !== "" && !names.some(({ id }) => id === filter.workflow);
  return (
    <div class="bar" role="search">
      <SearchField
        label="Search runs and values"
        value={filter.q}
        change={(q) => change({ ...filter, q })}
      />
      <select
        class="select"
        aria-label="Status"
        value={filter.status}
        onChange={(event) =>
          change({ ...filter, status: event.currentTarget.value as RunStatus | "" })
        }
      >
        <option value="">Any status</option>
        {Object.entries(runStatusWord).map(([status, word]) => (
          <option key={status} value={status}>
            {word}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label="Workflow"
        value={filter.workflow}
        onChange={(event) => change({ ...filter, workflow: event.currentTarget.value })}
      >
        <option value="">Any workflow</option>
        {missing ? <option value={filter.workflow}>{filter.workflow}</option> : null}
        {names.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
