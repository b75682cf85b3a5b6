import type { AgainVersion } from "../../../api/again.ts";
import { readWorkflow } from "../../../api/workflows.ts";
import type { Run } from "../../../api/types.ts";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { versionWord } from "../../../run/words.ts";

interface Props {
  run: Run;
  version: AgainVersion;
  change: (version: AgainVersion) => void;
}

const words = new Set(["same", "newest", "draft"]);

/** In which version: the run's own, the newest, the draft, or any other one. */
export function VersionField({ run, version, change }: Props) {
  // why nothing on trouble: the three words do without the list.
  const [workflow] = useLoad(run.workflow, () => readWorkflow(run.workflow));
  const known = workflow.is === "here" ? workflow.value : undefined;
  const newest = known?.version ?? undefined;
  const others = (known?.versions ?? []).filter((one) => one.version !== run.version && one.version !== newest);
  return (
    <label class="field field--line">
      <span class="field__label">In version</span>
      <select
        class="select"
        aria-label="In version"
        value={String(version)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change(words.has(value) ? (value as AgainVersion) : Number(value));
        }}
      >
        <option value="same">the same one ({versionWord(run)})</option>
        <option value="newest">the newest{newest === undefined ? "" : ` (v${newest})`}</option>
        {known === undefined || known.draft != null ? <option value="draft">my draft</option> : null}
        {others.map((one) => (
          <option key={one.version} value={String(one.version)}>
            v{one.version}
          </option>
        ))}
      </select>
    </label>
  );
}
