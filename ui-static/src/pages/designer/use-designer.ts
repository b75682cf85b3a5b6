import { useEffect, useMemo, useState } from "preact/hooks";
import { listConnectors, listModels, listTemplates } from "../../api/connectors.ts";
import type { ConnectorInfo, Problem, Trigger } from "../../api/types.ts";
import { readDraft, readWorkflow, saveDraft } from "../../api/workflows.ts";
import type { Found } from "../../canvas/lint/found.ts";
import type { Recipe } from "../../canvas/add-step/entries.ts";
import { designerCanvas } from "../../canvas/designer-canvas.ts";
import type { Loaded } from "../../panels/parts/use-load.ts";
import { DraftSession, type Saving } from "./draft/draft-session.ts";
import { LocalCopies } from "./draft/local-copy.ts";
import { tellLeftOut } from "./open/left-out.ts";
import { useProblems } from "./problems/use-problems.ts";
import { Table } from "./table.ts";

type Box = { current: HTMLDivElement | null };

/** Everything that the designer's parts show and do. */
export interface Desk {
  workflow: string;
  opening: Loaded<true>;
  name: string;
  version: number | undefined;
  paused: boolean;
  setPaused: (paused: boolean) => void;
  triggers: Trigger[];
  saving: Saving;
  /** The engine's and the browser's, as one list. */
  problems: Found[];
  connectors: ConnectorInfo[] | undefined;
  session: DraftSession;
  table: Table | undefined;
  setProblems: (problems: Problem[]) => void;
  published: (version: number) => void;
  select: (element: string) => void;
  panelShown: boolean;
  showPanel: (shown: boolean) => void;
  add: { drag: (event: Event, recipe: Recipe) => void; append: (recipe: Recipe) => void };
}

export function useDesigner(workflow: string, canvas: Box, panel: Box): Desk {
  const [opening, setOpening] = useState<Loaded<true>>({ is: "loading" });
  const [name, setName] = useState(workflow);
  const [version, setVersion] = useState<number>();
  const [paused, setPaused] = useState(false);
  const [triggers, setTriggers] = useState<Trigger[]>([]);
  const [saving, setSaving] = useState<Saving>({ is: "unchanged" });
  const [told, setProblems] = useState<Problem[]>([]);
  const [connectors, setConnectors] = useState<ConnectorInfo[]>();
  const [table, setTable] = useState<Table>();
  const [panelShown, showPanel] = useState(false);

  const session = useMemo(
    () =>
      new DraftSession(
        {
          read: () => readDraft(workflow),
          save: (xml, etag, base) => saveDraft(workflow, xml, etag, base),
        },
        new LocalCopies(localStorage, workflow),
        { saving: setSaving, problems: setProblems },
      ),
    [workflow],
  );

  useEffect(() => {
    if (canvas.current === null || panel.current === null) return;
    const modeler = designerCanvas(canvas.current, panel.current);
    const fresh = new Table(modeler, (xml, title) => {
      session.changed(xml);
      setName(title);
    });
    setTable(fresh);
    fresh.onSelection((count) => showPanel(count > 0));
    const open = async () => {
      const [xml, details, known, templates, models] = await Promise.all([
        session.open(),
        readWorkflow(workflow),
        listConnectors(),
        listTemplates(),
        listModels(),
      ]);
      const unusable = fresh.learn(known, models, templates);
      setConnectors(known);
      setVersion(details.version ?? undefined);
      setPaused(details.paused ?? false);
      setTriggers(details.triggers);
      setProblems(details.problems);
      setName(await fresh.show(xml));
      setOpening({ is: "here", value: true });
      session.saveCopy();
      tellLeftOut(fresh.lost, unusable);
    };
    open().catch((problem: unknown) => setOpening({ is: "trouble", problem }));
    const leave = () => void fresh.handOver();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      modeler.destroy();
    };
  }, [workflow, canvas, panel, session]);

  const problems = useProblems(table, told, saving);
  useEffect(() => table?.flag(problems), [table, problems, opening]);

  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (opening.is !== "here" || wanted === "") return;
    // why: the panel hears of selections only after it has been drawn once.
    const frame = requestAnimationFrame(() => setTimeout(() => table?.select(wanted)));
    return () => cancelAnimationFrame(frame);
  }, [table, opening]);

  return {
    workflow,
    opening,
    name,
    version,
    paused,
    setPaused,
    triggers,
    saving,
    problems,
    connectors,
    session,
    table,
    setProblems,
    published: setVersion,
    select: (element) => table?.select(element),
    panelShown,
    showPanel,
    add: {
      drag: (event, recipe) => table?.drag(event, recipe),
      append: (recipe) => table?.append(recipe),
    },
  };
}
