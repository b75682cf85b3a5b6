import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../../panels/parts/icon.tsx";
import type { BroughtIn } from "./bring-in.ts";
import type { Finding } from "./cannot-run.ts";

/** What a person should know about a file before working on with it. */
export function ImportReport({ imported }: { imported: BroughtIn }) {
  const { name, changes, findings, problems } = imported;
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return (
    <div class="import-report" role="region" aria-label={`About ${name}`} tabIndex={0}>
      <p>
        <strong>{name}</strong> is among your drafts now. Nothing in it runs before you publish it.
      </p>
      {changes.length === 0 ? null : (
        <section aria-label="What was changed">
          <h3>Changed, so that it can run here</h3>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      {findings.length === 0 ? null : (
        <section aria-label="What does not run yet">
          <h3>Kept as it is, but does not run yet</h3>
          <ul class="import-report__findings">
            {findings.map((finding) => (
              <FindingRow key={finding.what} finding={finding} />
            ))}
          </ul>
        </section>
      )}
      <p class="soft small">
        {errors === 0
          ? "The designer lists what is left to do under the drawing."
          : `The designer lists ${errors === 1 ? "one thing" : `${errors} things`} to mend before it can be published.`}
      </p>
    </div>
  );
}

const shown = 6;

function FindingRow({ finding: { what, toDo, places } }: { finding: Finding }) {
  const more = places.length - shown;
  return (
    <li>
      <span class="cluster">
        <Icon name="warning" size={14} />
        <strong>{what}</strong>
      </span>
      <span class="soft">{toDo}</span>
      <span class="import-report__places small">
        {places.slice(0, shown).map((place) => (
          <span key={place} class="tag">
            {place}
          </span>
        ))}
        {more > 0 ? <span class="faint">and {more} more</span> : null}
      </span>
    </li>
  );
}

/** Takes the keyboard when the report appears in the place of the file field. */
export function OpenImported({ open }: { open: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" class="button button--main" onClick={open}>
      Open it in the designer
    </button>
  );
}
