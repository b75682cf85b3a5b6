import type { StoredConnection } from "../../api/connections.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { When } from "../../panels/parts/time.tsx";

export function TestMark({ connection: { lastTest } }: { connection: StoredConnection }) {
  if (lastTest == null) return <span class="soft">never</span>;
  return (
    <span class={`status is-${lastTest.ok ? "completed" : "failed"}`} title={lastTest.detail}>
      <Icon name={lastTest.ok ? "done" : "failed"} size={14} />
      {lastTest.ok ? "Works" : "Failed"}
      <span class="soft test-mark__when">
        <When time={lastTest.at} />
      </span>
    </span>
  );
}
