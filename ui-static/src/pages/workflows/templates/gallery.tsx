import { useMemo, useState } from "preact/hooks";
import { listModels } from "../../../api/connectors.ts";
import { listTemplates } from "../../../api/templates.ts";
import type { Workflow } from "../../../api/types.ts";
import { createFromTemplate, saveDraft } from "../../../api/workflows.ts";
import { Trouble } from "../../../panels/parts/messages.tsx";
import { useLoad } from "../../../panels/parts/use-load.ts";
import { copyOf, freeId } from "../renamed.ts";
import { factsOf, inOrder, type TemplateFacts } from "./facts.ts";
import { TemplateCard } from "./template-card.tsx";
import { tryIt } from "./try-it.ts";

/** Every template with its picture; a click away from its draft, or from a run of it. */
export function Gallery({ workflows }: { workflows: readonly Workflow[] }) {
  const [loaded, again] = useLoad("gallery", readGallery);
  const [busy, setBusy] = useState<string | undefined>();
  const [problem, setProblem] = useState<{ with: TemplateFacts; why: unknown } | undefined>();

  const shown = useMemo(
    () => (loaded.is === "here" ? inOrder(loaded.value.templates, loaded.value.models) : []),
    [loaded],
  );
  if (loaded.is === "trouble") return <Trouble problem={loaded.problem} again={again} />;
  if (loaded.is === "loading") return <Loading />;

  const go = (template: TemplateFacts, work: () => Promise<string>) => {
    setBusy(template.id);
    setProblem(undefined);
    work().then(
      (address) => location.assign(address),
      (why: unknown) => {
        setBusy(undefined);
        setProblem({ with: template, why });
      },
    );
  };

  return (
    <>
      {problem === undefined ? null : (
        <Trouble
          problem={problem.why}
          again={() => go(problem.with, () => tryIt(problem.with, thereIs(workflows, problem.with)))}
        />
      )}
      <p class="visually-hidden" aria-live="polite">
        {busy === undefined ? "" : "Starting…"}
      </p>
      <div class="templates" aria-busy={busy !== undefined}>
        {shown.map((template) => {
          const there = thereIs(workflows, template);
          return (
            <TemplateCard
              key={template.id}
              template={template}
              there={there}
              known={loaded.value.models}
              busy={busy !== undefined}
              tryIt={() => go(template, () => tryIt(template, there))}
              use={() => go(template, () => draftOf(template, workflows))}
            />
          );
        })}
      </div>
    </>
  );
}

async function readGallery(): Promise<{ templates: TemplateFacts[]; models: string[] }> {
  const [templates, models] = await Promise.all([listTemplates(), listModels()]);
  return { templates: templates.map(factsOf), models: models.map((model) => model.alias) };
}

const thereIs = (workflows: readonly Workflow[], template: TemplateFacts): Workflow | undefined =>
  workflows.find((workflow) => workflow.id === template.id);

/** The template under its own name, or one more of it; gives the designer's address. */
async function draftOf(template: TemplateFacts, workflows: readonly Workflow[]): Promise<string> {
  const id = freeId(template.id, (wanted) => workflows.some((one) => one.id === wanted));
  if (id === template.id) await createFromTemplate(id);
  else await saveDraft(id, copyOf(template.xml, id), undefined);
  return `/designer?workflow=${encodeURIComponent(id)}`;
}

function Loading() {
  return (
    <div class="templates" aria-busy="true" aria-label="Templates are coming">
      {Array.from({ length: 4 }, (_, index) => (
        <div key={index} class="template template--coming" aria-hidden="true">
          <span class="skeleton" style={{ width: "60%" }} />
          <span class="skeleton" style={{ width: "90%" }} />
        </div>
      ))}
    </div>
  );
}
