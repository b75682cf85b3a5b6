import type { PathChange } from "../../api/again.ts";
import type { Json } from "../../api/types.ts";
import { CopyButton } from "../../panels/parts/copy.tsx";
import { Leaf } from "../../panels/values/value-tree.tsx";

const most = 100;

/** What is different, by its path: before at the left, now at the right. */
export function Changes({ changes, label }: { changes: readonly PathChange[]; label: string }) {
  return (
    <table class="changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">The first time</th>
          <th scope="col">Again</th>
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, most).map((change) => (
          <tr key={change.path}>
            <th scope="row" class="changes__path">
              <span class="mono">{change.path}</span>
              <CopyButton text={change.path} label={`Copy the path ${change.path}`} icon="path" />
            </th>
            <td class="changes__left">
              <Side value={change.left} />
            </td>
            <td class="changes__right">
              <Side value={change.right} />
            </td>
          </tr>
        ))}
        {changes.length > most ? (
          <tr>
            <td colSpan={3} class="soft">
              and {changes.length - most} more
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function Side({ value }: { value: Json | undefined }) {
  if (value === undefined) return <span class="faint">not there</span>;
  return (
    <span class="values changes__value">
      <Leaf value={typeof value === "object" && value !== null ? JSON.stringify(value, null, 2) : value} />
    </span>
  );
}
