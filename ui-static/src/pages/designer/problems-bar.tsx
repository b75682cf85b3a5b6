import { useState } from "preact/hooks";
import type { Problem } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";

/** "problems 1 ▸": opens the list; a click on a problem selects its element. */
export function ProblemsBar(props: { problems: Problem[]; choose: (element: string) => void }) {
  const { problems, choose } = props;
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return (
    <section class="problems" aria-label="Problems">
      <button
        type="button"
        class="problems__head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? "down" : "right"} size={14} />
        {problems.length === 1 ? "1 problem" : `${problems.length} problems`}
        <span class="soft">{errors === 0 ? "can be published" : "to mend before publishing"}</span>
      </button>
      {open ? (
        <ul class="problems__list">
          {problems.map((problem, index) => (
            <li key={index}>
              <button
                type="button"
                class="problems__item"
                disabled={problem.elementId == null}
                onClick={() => problem.elementId != null && choose(problem.elementId)}
              >
                <span class={problem.severity === "error" ? "text-failed" : "text-waiting"}>
                  <Icon name={problem.severity === "error" ? "failed" : "warning"} size={14} />
                </span>
                <span>
                  {problem.message}
                  {problem.fix == null ? null : <span class="soft"> {problem.fix}</span>}
                </span>
                {problem.elementId == null ? null : (
                  <code class="faint problems__where">{problem.elementId}</code>
                )}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
