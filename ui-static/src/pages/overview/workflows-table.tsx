import type { WorkflowPart } from "../../api/dashboard.ts";
import { duration } from "../../run/words.ts";
import type { Sight } from "./address.ts";
import { runsHref } from "./figures.tsx";

const took = (ms: number | undefined) => (ms === undefined ? "–" : duration(ms));

/** The busiest workflows first. */
export function WorkflowsTable({ parts, sight }: { parts: WorkflowPart[]; sight: Sight }) {
  return (
    <table class="table overview__workflows">
      <thead>
        <tr>
          <th>Workflow</th>
          <th class="is-number">Started</th>
          <th class="is-number">Done</th>
          <th class="is-number">Needed repair</th>
          <th class="is-number">Half took less than</th>
          <th class="is-number">95 of 100 less than</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.workflow}>
            <td class="is-wide">
              <a class="row-link" href={runsHref({ workflow: part.workflow, last: sight.last })}>
                {part.workflowName}
              </a>
            </td>
            <td class="is-number">{part.started.toLocaleString("en")}</td>
            <td class="is-number">{part.completed.toLocaleString("en")}</td>
            <td class={part.failed > 0 ? "is-number is-bad" : "is-number"}>
              {part.failed.toLocaleString("en")}
            </td>
            <td class="is-number soft">{took(part.p50)}</td>
            <td class="is-number soft">{took(part.p95)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
