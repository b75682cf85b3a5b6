import { useEffect, useRef, useState } from "preact/hooks";
import { listConnectors, listModels } from "../../api/connectors.ts";
import { runDiagram } from "../../api/runs.ts";
import type { Run } from "../../api/types.ts";
import { Icon } from "../../panels/parts/icon.tsx";
import type { Mark } from "../../run/marks.ts";
import { RunTable } from "./run-table.ts";

interface Props {
  run: Pick<Run, "key" | "workflow" | "version"> | undefined;
  marks: ReadonlyMap<string, Mark>;
  /** The element that stands out. */
  chosen: string | undefined;
  choose: (what: { element: string } | undefined) => void;
  trouble: (problem: unknown) => void;
}

/** The drawing that the run was started with, with live marks. */
export function Diagram({ run, marks, chosen, choose, trouble }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState<RunTable>();
  const [drawn, setDrawn] = useState(false);
  const begun = useRef(run);
  begun.current = run;
  const chooser = useRef(choose);
  chooser.current = choose;

  useEffect(() => {
    if (box.current === null) return;
    const fresh = new RunTable(box.current, (element) =>
      chooser.current(element === undefined ? undefined : { element }),
    );
    setTable(fresh);
    return () => fresh.destroy();
  }, []);

  useEffect(() => {
    if (table === undefined || begun.current === undefined) return;
    const { current } = begun;
    let wanted = true;
    const draw = async () => {
      const names = Promise.allSettled([listConnectors(), listModels()]);
      const xml = await runDiagram(current);
      const [connectors, models] = await names;
      if (!wanted) return;
      // why first: cards would show their technical names until then.
      table.learn(known(connectors), known(models));
      await table.show(xml);
      if (wanted) setDrawn(true);
    };
    draw().catch((problem: unknown) => wanted && trouble(problem));
    return () => {
      wanted = false;
    };
  }, [table, run?.key, run?.version, trouble]);

  useEffect(() => {
    if (drawn) table?.mark(marks);
  }, [table, drawn, marks]);

  useEffect(() => {
    if (drawn) table?.choose(chosen);
  }, [table, drawn, chosen]);

  return (
    <section class="run__diagram" aria-label="Diagram" aria-busy={!drawn}>
      <div ref={box} class="run__canvas" />
      <button
        type="button"
        class="icon-button run__fit"
        aria-label="Show everything"
        title="Show everything"
        onClick={() => table?.fit()}
      >
        <Icon name="fit" />
      </button>
    </section>
  );
}

/** A drawing without the connectors' names is better than none. */
const known = <T,>(asked: PromiseSettledResult<T[]>): T[] => (asked.status === "fulfilled" ? asked.value : []);
