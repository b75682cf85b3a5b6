import type { Workflow } from "../../api/types.ts";

export interface RecentDraft {
  id: string;
  name: string;
  version: number | undefined;
  editedAt: string;
}

const most = 4;

/** The caller's own drafts, the one last edited first. */
export function newestDrafts(workflows: readonly Workflow[]): RecentDraft[] {
  return workflows
    .flatMap(({ id, name, version, draft }) =>
      draft == null ? [] : [{ id, name, version: version ?? undefined, editedAt: draft.updatedAt }],
    )
    .toSorted((a, b) => Date.parse(b.editedAt) - Date.parse(a.editedAt))
    .slice(0, most);
}
