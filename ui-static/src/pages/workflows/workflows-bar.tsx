import { SearchField } from "../../panels/parts/search-field.tsx";
import type { Filter } from "./filter.ts";

export function WorkflowsBar(props: { filter: Filter; change: (filter: Filter) => void }) {
  const { filter, change } = props;
  return (
    <div class="bar" role="search">
      <SearchField
        label="Search workflows"
        value={filter.text}
        change={(text) => change({ ...filter, text })}
      />
      <select
        class="select"
        aria-label="Status"
        value={filter.status}
        onChange={(event) =>
          change({ ...filter, status: event.currentTarget.value as Filter["status"] })
        }
      >
        <option value="">Any status</option>
        <option value="published">Published</option>
        <option value="draft">With a draft</option>
        <option value="failed">Needs repair</option>
      </select>
    </div>
  );
}
