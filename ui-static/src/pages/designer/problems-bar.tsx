import { useState } from "preact/hooks";
import type { Fix, Found } from "../../canvas/lint/found.ts";
import { Icon } from "../../panels/parts/icon.tsx";

interface Props {
  problems: Found[];
  nameOf: (element: string) => string;
  choose: (element: string) => void;
  mend: (element: string, fix: Fix) => void;
}

/** "problems 1 ▸": opens the list; a click on a problem selects its element, a button mends it. */
export function ProblemsBar({ problems, nameOf, choose, mend }: Props) {
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
        <span class="soft">{standing(errors, problems.length)}</span>
      </button>
      {open ? (
        <ul class="problems__list">
          {problems.map((problem) => (
            <Line key={keyOf(problem)} problem={problem} nameOf={nameOf} choose={choose} mend={mend} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Line({ problem, nameOf, choose, mend }: { problem: Found } & Omit<Props, "problems">) {
  const { elementId, message, fix, raw } = problem;
  const error = problem.severity === "error";
  return (
    <li class="problems__row">
      <button
        type="button"
        class="problems__item"
        disabled={elementId == null}
        title={raw ?? ""}
        onClick={() => elementId != null && choose(elementId)}
      >
        <span class={error ? "text-failed" : "text-waiting"}>
          <Icon name={error ? "failed" : "warning"} size={14} />
          <span class="visually-hidden">{error ? "Error: " : "Warning: "}</span>
        </span>
        <span>
          {message}
          {fix == null ? null : <span class="soft"> {fix}</span>}
        </span>
        {elementId == null ? null : <span class="faint problems__where">{nameOf(elementId)}</span>}
      </button>
      <Fixes problem={problem} mend={mend} />
    </li>
  );
}

/** Showing it is what a click on the line does anyway. */
const isMore = (fix: Fix) => fix.does !== "open" || fix.label !== "Show it";

function Fixes({ problem, mend }: { problem: Found; mend: Props["mend"] }) {
  const { elementId, fixes, message } = problem;
  const shown = fixes.filter(isMore);
  if (elementId == null || shown.length === 0) return null;
  return (
    <div class="problems__fixes" role="group" aria-label={`Ways to mend: ${message}`}>
      {shown.map((fix) => (
        <button
          key={fix.label}
          type="button"
          class="button button--small"
          onClick={() => mend(elementId, fix)}
        >
          {fix.label}
        </button>
      ))}
    </div>
  );
}

function standing(errors: number, all: number): string {
  if (errors === 0) return "can be published";
  return errors === all ? "to mend before publishing" : `${errors} to mend before publishing`;
}

const keyOf = ({ elementId, about, message }: Found) => `${elementId ?? ""} ${about} ${message}`;
