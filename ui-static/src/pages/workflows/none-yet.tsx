import { Icon } from "../../panels/parts/icon.tsx";
import type { NewKind } from "./new-workflow.tsx";
import { Gallery } from "./templates/gallery.tsx";

/** The page of somebody who has no workflow yet: it starts the first one. */
export function NoneYet({ choose }: { choose: (kind: NewKind) => void }) {
  return (
    <div class="first">
      <header class="first__head">
        <h2>Draw the first workflow</h2>
        <p class="soft">
          A workflow is a drawing of what should happen when something arrives: read a feed, ask a
          model, publish a page. It runs as soon as it is published.
        </p>
        <div class="first__actions">
          <button type="button" class="button" onClick={() => choose("blank")}>
            <Icon name="add" /> Begin with a blank page
          </button>
          <button type="button" class="button" onClick={() => choose("import")}>
            <Icon name="import" /> Import a .bpmn file
          </button>
        </div>
      </header>
      <h2 class="first__or">Or begin with one that works</h2>
      <Gallery workflows={[]} />
    </div>
  );
}
