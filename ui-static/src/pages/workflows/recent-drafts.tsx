import type { Workflow } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import { When } from "../../panels/parts/time.tsx";
import { newestDrafts } from "./newest-drafts.ts";

/** Where the person left off. */
export function RecentDrafts({ workflows }: { workflows: readonly Workflow[] }) {
  const drafts = newestDrafts(workflows);
  if (drafts.length === 0) return null;
  return (
    <section class="recent" aria-label="Recent drafts">
      <h2 class="recent__title">Go on with</h2>
      <ul class="recent__list">
        {drafts.map(({ id, name, version, editedAt }) => (
          <li key={id}>
            <a class="recent__draft" href={`/designer?workflow=${encodeURIComponent(id)}`}>
              <Icon name="edit" size={14} />
              <span class="recent__name">{name}</span>
              <span class="faint small">
                <When time={editedAt} />
                {version === undefined ? ", never published" : `, v${version} is published`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
