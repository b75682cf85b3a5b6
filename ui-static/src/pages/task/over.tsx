import type { PersonStep } from "../../api/tasks.ts";
import { Icon } from "../../panels/parts/icon.tsx";

/** Nothing is asked any more: by whom it was done, or that the run went on without it. */
export function Over({ step, mine = false }: { step: PersonStep; mine?: boolean }) {
  const completed = step.status === "completed";
  return (
    <div class={`task__card task__over is-${step.status}`} role="status">
      <Icon name={completed ? "done" : "ban"} size={28} />
      <h2>{completed ? headline(step, mine) : "Nothing is to be done here any more"}</h2>
      <p class="soft">
        {completed
          ? "The run goes on with what was filled in."
          : "The run ended, or it went on without this step."}
      </p>
      <a class="button" href={`/run?key=${encodeURIComponent(step.runKey)}`}>
        Look at the run
      </a>
    </div>
  );
}

const headline = ({ completedBy }: PersonStep, mine: boolean) => {
  if (mine) return "Done, thank you";
  return completedBy === undefined ? "This step is completed" : `Completed by ${completedBy}`;
};
