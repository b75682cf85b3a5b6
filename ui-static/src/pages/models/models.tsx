import { useEffect, useState } from "preact/hooks";
import { modelsNow, type ModelNow } from "../../api/models.ts";
import { Frame } from "../../panels/frame/frame.tsx";
import { Icon } from "../../panels/parts/icon.tsx";
import { Empty, SkeletonRows, Trouble } from "../../panels/parts/messages.tsx";
import { useLoad } from "../../panels/parts/use-load.ts";
import { policyWords } from "../../run/model-words.ts";
import { CompareDialog } from "./compare-dialog.tsx";
import { RoutesTable } from "./routes-table.tsx";

/** How often what the routes do is read again, in milliseconds. */
const every = 5_000;

/** Every model with its routes as they are now; from here routes are compared. */
export function Models() {
  const [loaded, again] = useLoad("models", modelsNow);
  const [comparing, setComparing] = useState<ModelNow | undefined>();

  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again();
    }, every);
    return () => clearInterval(timer);
  }, [again]);

  return (
    <Frame here="models" title="Models">
      <div class="column models">
        {loaded.is === "trouble" ? <Trouble problem={loaded.problem} again={again} /> : null}
        {loaded.is === "loading" ? (
          <table class="table" aria-hidden="true">
            <tbody>
              <SkeletonRows columns={6} />
            </tbody>
          </table>
        ) : null}
        {loaded.is === "here" && loaded.value.length === 0 ? (
          <Empty icon="models" title="No model is set up">
            Models and their routes stand in the file <code>models.yaml</code> of the data folder; what is changed
            there counts at once.
          </Empty>
        ) : null}
        {loaded.is === "here"
          ? loaded.value.map((model) => <OneModel key={model.alias} model={model} compare={setComparing} />)
          : null}
      </div>
      {comparing === undefined ? null : (
        <CompareDialog model={comparing} close={() => setComparing(undefined)} />
      )}
    </Frame>
  );
}

function OneModel({ model, compare }: { model: ModelNow; compare: (model: ModelNow) => void }) {
  return (
    <section class="models__one" aria-label={model.alias}>
      <header class="models__head">
        <h2>{model.alias}</h2>
        <span class="soft">{policyWords(model.policy)}</span>
        {model.routes.length === 0 ? null : (
          <button type="button" class="button button--small" onClick={() => compare(model)}>
            <Icon name="compare" size={14} />
            {model.routes.length === 1 ? "Measure" : "Compare routes"}
          </button>
        )}
      </header>
      {model.routes.length === 0 ? <p class="soft">It has no route.</p> : <RoutesTable model={model} />}
    </section>
  );
}
