import type { Workflow } from "../../api/types.ts";

export interface Filter {
  text: string;
  status: "" | "published" | "draft" | "failed";
}

export function chosenWorkflows(workflows: Workflow[], filter: Filter): Workflow[] {
  const text = filter.text.trim().toLowerCase();
  return workflows.filter((workflow) => hasStatus(workflow, filter.status) && hasText(workflow, text));
}

function hasText(workflow: Workflow, text: string): boolean {
  const places = [workflow.name, workflow.id, ...workflow.triggers.map((trigger) => trigger.label)];
  return places.some((place) => place.toLowerCase().includes(text));
}

function hasStatus(workflow: Workflow, status: Filter["status"]): boolean {
  switch (status) {
    case "":
      return true;
    case "published":
      return workflow.version != null;
    case "draft":
      return workflow.draft != null;
    case "failed":
      return workflow.runs.failed > 0;
  }
}
