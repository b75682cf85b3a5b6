import type { ConnectionType, StoredConnection } from "../../api/connections.ts";
import { Empty, SkeletonRows } from "../../panels/parts/messages.tsx";
import { When } from "../../panels/parts/time.tsx";
import { TestMark } from "./test-mark.tsx";

interface Props {
  items: StoredConnection[] | undefined;
  types: ConnectionType[];
  chosen: string | undefined;
  choose: (name: string) => void;
}

export function ConnectionsTable({ items, types, chosen, choose }: Props) {
  if (items?.length === 0) return <Empty icon="search" title="No connection fits" />;
  return (
    <table class="table connections" aria-label="Connections" aria-busy={items === undefined}>
      <thead>
        <tr>
          <th>Name</th>
          <th>Type</th>
          <th class="connections__rest">Used by</th>
          <th>Last test</th>
          <th class="connections__rest">Owner</th>
          <th class="connections__rest">Updated</th>
        </tr>
      </thead>
      <tbody>
        {items === undefined ? (
          <SkeletonRows columns={6} rows={4} />
        ) : (
          items.map((one) => (
            <tr
              key={one.name}
              class={one.name === chosen ? "is-chosen" : ""}
              onClick={() => choose(one.name)}
            >
              <td class="is-wide">
                <button type="button" class="connections__name">
                  {one.name}
                </button>
                {one.previousUntil == null ? null : <span class="tag is-draft">changing over</span>}
              </td>
              <td>{types.find(({ type }) => type === one.type)?.label ?? one.type}</td>
              <td class="soft connections__uses connections__rest" title={one.usedBy.map(({ name }) => name).join("\n")}>
                {uses(one)}
              </td>
              <td>
                <TestMark connection={one} />
              </td>
              <td class="soft connections__rest">{one.owner ?? ""}</td>
              <td class="soft connections__rest">
                <When time={one.updatedAt} />
              </td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

function uses({ usedBy }: StoredConnection): string {
  const [first, ...others] = usedBy;
  if (first === undefined) return "nothing yet";
  return others.length === 0 ? first.name : `${first.name} and ${others.length} more`;
}
