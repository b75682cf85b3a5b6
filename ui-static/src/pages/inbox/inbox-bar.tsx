import { useEffect, useState } from "preact/hooks";
import type { EventKind } from "../../api/types.ts";
import { listWorkflows } from "../../api/workflows.ts";
import { SearchField } from "../../panels/parts/search-field.tsx";
import { kindWord } from "../../run/event-words.ts";
import type { InboxFilter } from "./address.ts";

export function InboxBar(props: { filter: InboxFilter; change: (filter: InboxFilter) => void }) {
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
        label="Search requests and reasons"
        value={filter.q}
        change={(q) => change({ ...filter, q })}
      />
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
      <select
        class="select"
        aria-label="Kind"
        value={filter.kind}
        onChange={(event) =>
          change({ ...filter, kind: event.currentTarget.value as EventKind | "" })
        }
      >
        <option value="">Any kind</option>
        {Object.entries(kindWord).map(([kind, word]) => (
          <option key={kind} value={kind}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
